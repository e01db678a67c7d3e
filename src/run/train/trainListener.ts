import type { TrainEngineFrame } from '#engine/train/protocol.ts';
import { reasonText } from '#experiment/dictionary/reasonText.ts';
import type { RunState, WalkStore } from '#run/store.ts';
import { type LiveTraining, withTrainFrame } from './liveTraining.ts';

interface TrainListenerParts {
  readonly store: WalkStore;
  readonly live: LiveTraining;
  readonly setRun: (run: RunState) => void;
  /** Begins the run again, on the device that took the lost one's place. */
  readonly beginAgain: () => void;
}

/** Where the training engine's frames go. */
export function createTrainListener({
  store,
  live,
  setRun,
  beginAgain,
}: TrainListenerParts): (frame: TrainEngineFrame) => void {
  let isLost = false;
  return (frame) => {
    if (frame.kind === 'train') {
      live.amend((record) => withTrainFrame(record, frame));
      store.setState({ trainedSteps: frame.step });
      if (frame.done) setRun({ status: 'done' });
    } else if (frame.kind === 'started') live.amend(() => ({ started: frame, preparing: null }));
    else if (frame.kind === 'preparing') live.amend(() => ({ preparing: frame.what }));
    else if (frame.kind === 'intake') {
      store.setState({ intake: frame });
      if (frame.status === 'done' && store.getState().experiment.data === 'mnist') beginAgain();
    } else if (frame.kind === 'failed') setRun({ status: 'failed', message: reasonText(frame.reason) });
    else if (frame.kind === 'lost') {
      isLost = true;
      store.setState(({ losses }) => ({ losses: [...losses, frame.fault] }));
    } else if (frame.kind === 'opened' && isLost) {
      isLost = false;
      const { status } = store.getState().training;
      if (status === 'running' || status === 'paused') beginAgain();
    }
  };
}
