import type { Lesson } from '#experiment/lessons/lesson.ts';
import { reluCorrelations } from '#theory/correlationMap.ts';

/** One matrix, branches and a norm, trained at a depth at which a plain ReLU network never leaves guessing. */
export const cured: Lesson<{
  depth: number;
  width: number;
  residual: number;
  steps: number;
  weights: number;
  cosine: number;
  guessing: number;
}> = {
  patch: {
    f: 'relu',
    depth: 200,
    width: 32,
    gain: 'he',
    tied: 1,
    // 1/sqrt(D).
    residual: 0.0707,
    norm: 'rms',
    optimizer: 'adam',
    batch: 32,
    rate: 0.003,
    steps: 150,
  },
  onward: { view: 'train' },
  numbers: ({ depth, width, residual, steps }) => ({
    depth,
    width,
    residual,
    steps,
    weights: width ** 2,
    cosine: reluCorrelations(depth)[depth] ?? Number.NaN,
    guessing: Math.log(10),
  }),
};
