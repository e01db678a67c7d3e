import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { namedGains } from '#experiment/gains.ts';
import { sweptExperiment } from '#run/sweeps/sweepPoint.ts';
import { type UnequalTheory, unequalWidths } from '#theory/unequalWidths.ts';

const widestSquare = 1024;

/** Harmonic mean of the widths that steps land in: a square network of it has the same Var ln Z to leading order. */
export function squareWidth({ widths }: Experiment): number {
  const landed = widths.slice(0, -1);
  const inverse = landed.reduce((sum, width) => sum + 1 / width, 0);
  return Math.max(1, Math.min(widestSquare, Math.round(landed.length / inverse)));
}

/** The square network that stands for widths of one's own where a walk view needs one width. */
export function squareExperiment(experiment: Experiment): Experiment {
  const square = { ...experiment, depth: experiment.widths.length - 1, width: squareWidth(experiment) };
  // Own widths are walked matrix-free only, and by Gaussian weights.
  return { ...sweptExperiment(square), sampler: 'free', weights: 'gaussian' };
}

function theoryAt(experiment: Experiment, gain: number): UnequalTheory | null {
  const { f: nonlinearity, bias, widths, scaling } = experiment;
  return bias > 0 ? null : unequalWidths({ nonlinearity, pass: 'backward', widths, scaling, gain });
}

/** The gain of own widths as a number; g* is the one that stops the drift over the whole network. */
export function ownGain(experiment: Experiment, found: FoundGains): number {
  const { gain, widths } = experiment;
  if (typeof gain === 'number') return gain;
  const plain = gain === 'auto' ? theoryAt(experiment, 1) : null;
  if (!plain) return namedGains(squareExperiment(experiment), found)[gain].value;
  const depth = widths.length - 1;
  return Math.exp(-(plain.mean[depth] ?? 0) / (2 * depth));
}

/** Exact means and variances of own widths; null for f without an exact law. */
export function widthsTheory(experiment: Experiment, found: FoundGains): UnequalTheory | null {
  return theoryAt(experiment, ownGain(experiment, found));
}
