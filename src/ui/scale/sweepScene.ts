import type { Experiment } from '#experiment/experiment.ts';
import type { RunState } from '#run/runState.ts';
import type { WalkStore } from '#run/store.ts';
import type { Sweep } from '#run/sweeps/sweep.ts';
import type { SweepRecord } from '#run/sweeps/sweepRecord.ts';
import { createDrawings } from '#ui/figures/drawings.ts';
import type { Scene } from '#ui/figures/sceneHooks.ts';

/** What a frame of the scale view shows. */
export interface SweepMoment {
  readonly experiment: Experiment;
  readonly record: SweepRecord;
  readonly run: RunState;
}

/** All figures of the scale view, drawn by one loop outside of React. */
export interface SweepScene extends Scene<SweepMoment> {
  stop(): void;
}

export function createSweepScene(store: WalkStore, sweep: Sweep): SweepScene {
  const drawings = createDrawings<SweepMoment>(() => {
    const { experiment } = store.getState();
    return {
      moment: { experiment, record: sweep.record(), run: sweep.state() },
      isLeft: false,
    };
  });
  const forget = [store.subscribe(drawings.request), sweep.subscribe(drawings.request)];
  return {
    add: drawings.add,
    stop() {
      for (const end of forget) end();
      drawings.stop();
    },
  };
}
