import type { Carried } from './carried.ts';

/** What one more layer adds to the sum's mean and variance, alike at every point. */
export interface ConstantStep {
  readonly sum: number;
  readonly variance: number;
}

/** What differs by less is the same; a thousand layers of it stay below 1e-5. */
const unnoticed = 1e-8;

/** The difference of two rows, where it is one number; null where it is not. */
function constantDifference(before: Float64Array, after: Float64Array): number | null {
  if (before.length !== after.length) return null;
  const first = (after[0] ?? 0) - (before[0] ?? 0);
  const isConstant = after.every((value, i) => Math.abs(value - (before[i] ?? 0) - first) < unnoticed);
  return isConstant ? first : null;
}

/** What a step down has added, where nothing but sums has changed: the same layer once more adds the same; else null. */
export function constantStep(before: Carried, after: Carried): ConstantStep | null {
  for (const name of ['square', 'squareVariance', 'covariance'] as const) {
    const change = constantDifference(before[name], after[name]);
    if (change === null || Math.abs(change) >= unnoticed) return null;
  }
  const sum = constantDifference(before.sum, after.sum);
  const variance = constantDifference(before.variance, after.variance);
  return sum === null || variance === null ? null : { sum, variance };
}

/** What is carried after `count` more of the same layers. */
export function afterSteps(carried: Carried, { sum, variance }: ConstantStep, count: number): Carried {
  return {
    ...carried,
    sum: carried.sum.map((value) => value + count * sum),
    variance: carried.variance.map((value) => value + count * variance),
  };
}
