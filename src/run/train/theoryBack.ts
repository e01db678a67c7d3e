import { theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { Pass } from '#theory/pass.ts';
import type { WalkTheory } from '#theory/walkMoments.ts';

/** Weight gradients are known in networks without branches, and nothing of normalised ones. */
const isKnown = ({ residual, norm }: Experiment, pass: Pass): boolean =>
  norm === 'none' && (residual === 0 || pass !== 'weights');

/** Theory's mean and variance of a pass at layers back from the output, [depth + 1], whichever way the pass goes; NaN where it says nothing. */
export function theoryBack(experiment: Experiment, found: FoundGains, pass: Pass): WalkTheory {
  if (!isKnown(experiment, pass)) {
    const mean = new Float64Array(experiment.depth + 1).fill(Number.NaN);
    return { kind: 'mean-field', mean, variance: null };
  }
  const { mean, variance, kind } = theoryOf(experiment, found, pass);
  const turned = (values: Float64Array) => (pass === 'forward' ? values.toReversed() : values);
  return { kind, mean: turned(mean), variance: variance && turned(variance) };
}
