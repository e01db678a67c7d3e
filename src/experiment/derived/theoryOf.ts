import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import type { Pass } from '#theory/pass.ts';
import { shareDead } from '#theory/shareDead.ts';
import { type WalkDensity, walkDensity } from '#theory/walkDensity.ts';
import type { WalkTheory } from '#theory/walkMoments.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import { isRotationInvariant } from '#theory/weightLaw.ts';
import { effectiveSampling } from './effectiveSampling.ts';
import { gainSetting } from './gainSetting.ts';
import { oncePerExperiment } from './oncePer.ts';

const theoryOfPass = (pass: Pass) =>
  oncePerExperiment((experiment, found): WalkTheory => {
    const { residual } = effectiveSampling(experiment);
    return walkTheory({ ...gainSetting(experiment), residual, pass, gain: resolvedGain(experiment, found) });
  });

/** What theory says of an experiment's walks in each pass, [depth + 1]. */
const theoryByPass = {
  backward: theoryOfPass('backward'),
  forward: theoryOfPass('forward'),
  weights: theoryOfPass('weights'),
} as const;

/** What theory says of an experiment's walks, [depth + 1]; of its own pass, or of another. */
export function theoryOf(
  experiment: Experiment,
  found: FoundGains,
  pass: Pass = experiment.pass,
): WalkTheory {
  return theoryByPass[pass](experiment, found);
}

/** The exact density of ln Z at the last layer; null where none is known. */
export const densityOf = oncePerExperiment((experiment, found): WalkDensity | null => {
  const { f: nonlinearity, weights, depth, width, pass } = experiment;
  if (pass === 'weights' || theoryOf(experiment, found).kind !== 'exact') return null;
  return walkDensity({ nonlinearity, weights, depth, width, gain: resolvedGain(experiment, found) });
});

/** The expected share of dead walks; null where the theory does not hold. */
export function shareDeadOf(experiment: Experiment): number | null {
  const { f, pass, depth, width, weights, bias } = experiment;
  if (f !== 'relu' || effectiveSampling(experiment).residual > 0) return 0;
  return isRotationInvariant(weights) && bias === 0 ? shareDead(f, pass, depth, width) : null;
}
