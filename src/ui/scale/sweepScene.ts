import { createAnimationLoop } from '#plots/animationLoop.ts';
import type { Experiment } from '#state/experiment.ts';
import type { WalkStore } from '#state/store.ts';
import type { SweepRecord } from '#state/sweep/liveSweep.ts';
import type { Sweeping } from '#state/sweep/sweeping.ts';

/** What a frame of the scale view shows. */
export interface SweepMoment {
  readonly experiment: Experiment;
  readonly record: SweepRecord;
}

export type SweepDrawing = (moment: SweepMoment) => void;

/** All figures of the scale view, drawn by one loop outside of React. */
export interface SweepScene {
  add(draw: SweepDrawing): () => void;
  stop(): void;
}

export function createSweepScene(store: WalkStore, { live }: Sweeping): SweepScene {
  const drawings = new Set<SweepDrawing>();
  const loop = createAnimationLoop(() => {
    const moment: SweepMoment = { experiment: store.getState().experiment, record: live.current() };
    for (const draw of drawings) draw(moment);
    return false;
  });
  const forget = [store.subscribe(loop.request), live.subscribe(loop.request)];
  return {
    add(draw) {
      drawings.add(draw);
      loop.request();
      return () => drawings.delete(draw);
    },
    stop() {
      for (const end of forget) end();
      loop.stop();
    },
  };
}
