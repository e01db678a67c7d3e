import { theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { Pass } from '#theory/pass.ts';
import type { WalkTheory } from '#theory/walkMoments.ts';

/** Theory's mean and variance of a pass at layers back from the output, [depth + 1], whichever way the pass goes; NaN where it says nothing. */
export function theoryBack(experiment: Experiment, found: FoundGains, pass: Pass): WalkTheory {
  const { mean, variance, kind } = theoryOf(experiment, found, pass);
  const turned = (values: Float64Array) => (pass === 'forward' ? values.toReversed() : values);
  return { kind, mean: turned(mean), variance: variance && turned(variance) };
}
