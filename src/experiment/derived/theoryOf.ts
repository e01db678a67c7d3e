import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { isOfBlocks } from '#theory/isOfBlocks.ts';
import { nonlinearities } from '#theory/nonlinearity.ts';
import type { Pass } from '#theory/pass.ts';
import type { Pieces } from '#theory/pieces.ts';
import { shareDead } from '#theory/shareDead.ts';
import { normalDensityOf, type WalkDensity, walkDensity } from '#theory/walkDensity.ts';
import type { WalkTheory, WalkTheorySettings } from '#theory/walkMoments.ts';
import { prepareWalkTheory, walkTheory } from '#theory/walkTheory.ts';
import { effectiveSampling } from './effectiveSampling.ts';
import { gainSetting } from './gainSetting.ts';
import { oncePerExperiment } from './oncePer.ts';

function theorySettings(experiment: Experiment, found: FoundGains, pass: Pass): WalkTheorySettings {
  const { residual, tied, norm } = effectiveSampling(experiment);
  const gain = resolvedGain(experiment, found);
  return { ...gainSetting(experiment), residual, tied, norm, pass, gain };
}

const theoryOfPass = (pass: Pass) =>
  oncePerExperiment((experiment, found): WalkTheory => walkTheory(theorySettings(experiment, found, pass)));

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

/** Works out in pieces what costs much of the theory of an experiment's own pass: `theoryOf` then has it at once. */
export function prepareTheory(experiment: Experiment, found: FoundGains): Pieces<void> {
  return prepareWalkTheory(theorySettings(experiment, found, experiment.pass));
}

/** What new matrices in every layer would do, [depth + 1] whole: what a tied network is set against. */
export const newMatricesOf = oncePerExperiment(
  (experiment, found): WalkTheory => theoryOf({ ...experiment, tied: 0 }, found),
);

/** The density of ln Z at the last layer: exact, or the Normal one of the theory's moments; null where none is known. */
export const densityOf = oncePerExperiment((experiment, found): WalkDensity | null => {
  const { f: nonlinearity, weights, depth, width, pass } = experiment;
  const { kind, mean, variance } = theoryOf(experiment, found);
  if (!Number.isFinite(mean[depth])) return null;
  if (kind !== 'exact') {
    // The weight gradients of homogeneous f end like ln of a ratio of chi-squares, far from Normal.
    const isFar = pass === 'weights' && nonlinearities[nonlinearity].homogeneous;
    return variance === null || isFar ? null : normalDensityOf(mean[depth] ?? 0, variance[depth] ?? 0);
  }
  if (pass === 'weights' || isOfBlocks(effectiveSampling(experiment))) return null;
  return walkDensity({ nonlinearity, weights, depth, width, gain: resolvedGain(experiment, found) });
});

/**
 * The expected share of dead walks; null where it is not known: the signs of units are fair coins for every continuous symmetric
 * law, but rows of signs alone can cancel each other exactly.
 */
export function shareDeadOf(experiment: Experiment): number | null {
  const { f, pass, depth, width, weights, bias } = experiment;
  const { residual, tied, norm } = effectiveSampling(experiment);
  // A branch that is off leaves the stream as it is, but its own weights without a gradient.
  if (f !== 'relu' || (residual > 0 && pass !== 'weights')) return 0;
  // One matrix again and again: its rows meet the same units. A norm takes one direction off, of one active unit the only one.
  if (tied === 1 || norm !== 'none' || residual > 0) return null;
  const isFair = weights !== 'sign' && (bias === 0 || pass === 'backward');
  return isFair ? shareDead(f, pass, depth, width) : null;
}
