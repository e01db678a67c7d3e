import type { Lesson } from './lesson.ts';

/** A real network of hundreds of layers, trained: tanh, as a ReLU network this deep takes all inputs for the same one. */
export const realTraining: Lesson<{
  depth: number;
  width: number;
  gain: number;
  steps: number;
  half: number;
  halfLogFactor: number;
}> = {
  patch: {
    f: 'tanh',
    weights: 'orthogonal',
    depth: 200,
    width: 32,
    // g* is 1.1076 +- 0.0004 here, by walks.
    gain: 1.1,
    batch: 32,
    rate: 0.01,
    steps: 150,
  },
  onward: { view: 'train' },
  numbers(experiment, { endOf, gainOf }) {
    const half = Number((gainOf(experiment) / 2).toPrecision(3));
    return {
      depth: experiment.depth,
      width: experiment.width,
      gain: gainOf(experiment),
      steps: experiment.steps,
      half,
      halfLogFactor: endOf({ ...experiment, gain: half }).mean / 2,
    };
  },
};
