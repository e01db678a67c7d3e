import { createTrainClient, type TrainClient } from '#engine/train/client.ts';
import type { TrainEngineFrame } from '#engine/train/protocol.ts';
import { createEngineClient, type EngineClient } from '#engine/walk/client.ts';
import type { EngineFrame } from '#engine/walk/protocol.ts';
import { createEndListeners, type EndListeners } from '#run/endListeners.ts';
import type { WalkState, WalkStore } from '#run/store.ts';
import { createLiveSweep, type LiveSweep } from './liveSweep.ts';
import { createSweepApi, type SweepApi } from './sweepApi.ts';
import { createSweepBench } from './sweepBench.ts';
import { createSweepListener } from './sweepListener.ts';
import { isSamePlan, sweepPlan } from './sweepPlan.ts';
import { createSweepRunner, type SweepRunner } from './sweepRunner.ts';

/** The page's hold on sweeps; made when the scale view is first looked at. */
export interface Sweeping
  extends Pick<EndListeners, 'onEnd'>,
    Pick<SweepRunner, 'begin' | 'resume' | 'cancel' | 'close'> {
  readonly live: LiveSweep;
  readonly api: SweepApi;
}

/** How the engines of a sweep are opened. */
export interface SweepEngines {
  readonly walk: (listener: (frame: EngineFrame) => void) => EngineClient;
  /** Opened when a sweep first trains. */
  readonly train: (listener: (frame: TrainEngineFrame) => void) => TrainClient;
}

const engines: SweepEngines = { walk: createEngineClient, train: createTrainClient };

/** Keeps a sweep working on the store's experiment while the scale view is looked at. */
export function createSweeping(store: WalkStore, { walk, train }: SweepEngines = engines): Sweeping {
  const { experiment, foundGains } = store.getState();
  const live = createLiveSweep(sweepPlan(experiment, foundGains));
  const { onEnd, tell } = createEndListeners();
  const bench = createSweepBench(
    walk((frame) => listen.walk(frame)),
    () => train((frame) => listen.train(frame)),
  );
  const runner = createSweepRunner({ store, live, bench, tell, now: () => performance.now() });
  const listen = createSweepListener({ live, ...runner });

  function follow({ experiment, foundGains, restarts }: WalkState, before: WalkState): void {
    if (experiment.backend !== before.experiment.backend) runner.reopen();
    if (experiment.view !== 'scale') {
      if (before.experiment.view === 'scale') runner.suspend();
      return;
    }
    if (restarts !== before.restarts) runner.begin();
    else if (!isSamePlan(sweepPlan(experiment, foundGains), live.current().plan)) runner.change();
    else if (before.experiment.view !== 'scale') runner.wake();
  }

  const unsubscribe = store.subscribe((state, before) => {
    const isChanged = state.experiment !== before.experiment || state.foundGains !== before.foundGains;
    if (isChanged || state.restarts !== before.restarts) follow(state, before);
  });
  runner.reopen();
  const { view, run } = store.getState().experiment;
  if (view === 'scale' && run === 1) runner.begin();

  const { begin, resume, cancel } = runner;
  return {
    live,
    api: createSweepApi(store, { live, onEnd, begin, cancel }),
    onEnd,
    begin,
    resume,
    cancel,
    close() {
      unsubscribe();
      runner.close();
    },
  };
}
