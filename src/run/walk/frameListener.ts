import type { EngineFrame, WalkFrame } from '#engine/walk/protocol.ts';
import { settingsKey, walkSettings } from '#experiment/derived/walkSettings.ts';
import { reasonText } from '#experiment/dictionary/reasonText.ts';
import type { RunState, WalkStore } from '#run/store.ts';
import type { GainSeeker } from './gainSeeker.ts';
import type { LiveWalk } from './liveWalk.ts';

interface FrameListenerParts {
  readonly store: WalkStore;
  readonly live: LiveWalk;
  /** Key of the settings that the engine was last asked for. */
  readonly requested: () => string;
  /** Begins the run again, on the device that took the lost one's place. */
  readonly beginAgain: () => void;
  readonly setRun: (run: RunState) => void;
  readonly seeker: GainSeeker;
}

/** Where the engine's frames go: facts about the engine to the store, walks to the live walk. */
export function createFrameListener(parts: FrameListenerParts): (frame: EngineFrame) => void {
  const { store, live, requested, beginAgain, setRun, seeker } = parts;

  function take(frame: WalkFrame): void {
    const { engine, experiment, foundGains } = store.getState();
    const settings = walkSettings(experiment, foundGains);
    // A frame of the run before can still arrive while a changed slider waits for its turn.
    if (settingsKey(settings) !== requested()) return;
    if (frame.walks === frame.final.length) {
      const { backend, device } =
        engine.status === 'ready' ? engine.ready : { backend: 'engine', device: 'unknown' };
      live.begin(settings, `${backend} (${device})`);
    }
    live.append(frame);
    if (frame.done) setRun({ status: 'done' });
  }

  return (frame) => {
    const { engine, losses, run } = store.getState();
    if (frame.kind === 'walk') take(frame);
    else if (frame.kind === 'gain') seeker.take(frame);
    else if (frame.kind === 'ready') {
      store.setState({ engine: { status: 'ready', ready: frame } });
      if (engine.status === 'lost' && run.status !== 'waiting' && run.status !== 'done') beginAgain();
    } else if (frame.kind === 'lost') {
      seeker.forget();
      store.setState({ engine: { status: 'lost', fault: frame.fault }, losses: [...losses, frame.fault] });
    } else if (frame.kind === 'failed' && engine.status !== 'lost') {
      seeker.forget();
      // What fails because its device went away is begun again, not reported.
      setRun({ status: 'failed', message: reasonText(frame.reason) });
    }
  };
}
