import { resolvedGain } from '#state/resolvedGain.ts';
import { endOf } from './endOf.ts';
import type { Lesson } from './lesson.ts';

/** A real network of a hundred layers and more, trained. */
export const realTraining: Lesson<{
  depth: number;
  width: number;
  gain: number;
  steps: number;
  half: number;
  halfLogFactor: number;
}> = {
  patch: { f: 'relu', depth: 150, width: 64, batch: 32, rate: 0.003, steps: 300, run: 0 },
  onward: { view: 'train', run: 1 },
  numbers(experiment) {
    const half = Number((resolvedGain(experiment) / 2).toPrecision(3));
    return {
      depth: experiment.depth,
      width: experiment.width,
      gain: resolvedGain(experiment),
      steps: experiment.steps,
      half,
      halfLogFactor: endOf({ ...experiment, gain: half }).mean / 2,
    };
  },
};
