import { createTrainClient, type TrainClient } from '#engine/train/client.ts';
import type { ImportSource, TrainEngineFrame } from '#engine/train/protocol.ts';
import { changedKeys, isTuned } from '#experiment/derived/trainSettings.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { createEndListeners, type EndListeners } from '#run/endListeners.ts';
import type { RunState, WalkState, WalkStore } from '#run/store.ts';
import { createLiveTraining, type LiveTraining } from './liveTraining.ts';
import { createTrainListener } from './trainListener.ts';
import { createTrainRunner, type TrainRunner } from './trainRunner.ts';

/** The page's hold on training; made when it is first looked at. */
export interface Training
  extends Pick<EndListeners, 'onEnd'>,
    Pick<TrainRunner, 'begin' | 'run' | 'pause' | 'step' | 'cancel' | 'close'> {
  readonly live: LiveTraining;
  /** Takes in MNIST; the run on the screen goes on meanwhile. */
  take(source: ImportSource): void;
}

/** Opens the training engine and keeps it working on the store's experiment while the train view is looked at. */
export function createTraining(
  store: WalkStore,
  createClient: (listener: (frame: TrainEngineFrame) => void) => TrainClient = createTrainClient,
): Training {
  const live = createLiveTraining();
  const { onEnd, tell } = createEndListeners();

  function setRun(training: RunState): void {
    store.setState({ training });
    tell(training);
  }

  const client = createClient((frame) => listen(frame));
  const runner = createTrainRunner({ store, live, client, setRun });
  const listen = createTrainListener({ store, live, setRun, beginAgain: runner.beginAgain });

  function follow({ experiment, foundGains, restarts, speed }: WalkState, before: WalkState): void {
    if (experiment.backend !== before.experiment.backend) client.open(experiment.backend);
    if (engineOf(experiment) !== 'train') return;
    const begun = runner.begun();
    const changed = begun ? changedKeys(experiment, begun) : [];
    if (changed.length === 0 && resolvedGain(experiment, foundGains) !== runner.begunGain())
      changed.push('gain');
    if (restarts !== before.restarts) runner.begin(false);
    else if (!begun || changed.length > 0) {
      if (experiment.run === 1) runner.beginSoon(changed);
      else runner.wait(changed);
    } else if (speed !== before.speed || isTuned(experiment, before.experiment))
      runner.retune(before.experiment);
  }

  const unsubscribe = store.subscribe((state, before) => {
    const keys = ['experiment', 'foundGains', 'restarts', 'speed'] as const;
    if (keys.some((key) => state[key] !== before[key])) follow(state, before);
  });
  const { experiment } = store.getState();
  client.open(experiment.backend);
  if (engineOf(experiment) === 'train') {
    if (experiment.run === 1) runner.begin(false);
    else runner.wait([]);
  }

  const { begin, run, pause, step, cancel } = runner;
  return {
    live,
    onEnd,
    begin,
    run,
    pause,
    step,
    cancel,
    take: (source) => client.take(source),
    close() {
      unsubscribe();
      runner.close();
    },
  };
}
