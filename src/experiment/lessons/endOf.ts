import { theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';

/** Mean and variance of ln Z at the last layer by theory; the variance is NaN where none is known. */
export function endOf(experiment: Experiment): { readonly mean: number; readonly variance: number } {
  const { mean, variance } = theoryOf(experiment, noFoundGains);
  return { mean: mean[experiment.depth] ?? Number.NaN, variance: variance?.[experiment.depth] ?? Number.NaN };
}

/** ln of what one network's norm is typically multiplied or divided by: half the standard deviation of ln Z. */
export const logSpread = (variance: number) => Math.sqrt(variance) / 2;
