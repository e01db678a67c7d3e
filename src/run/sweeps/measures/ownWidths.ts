import { oncePerExperiment } from '#experiment/derived/oncePer.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { namedGains } from '#experiment/gains.ts';
import { sweptExperiment } from '#run/sweeps/sweepPoint.ts';
import { lateTheory } from '#theory/lateTheory.ts';
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

/** What theory asks of own widths; the gain's own. */
const gainlessSetting = ({ f, bias, input, widths, scaling }: Experiment) =>
  ({ nonlinearity: f, widths, scaling, inputScale: input, biasDeviation: bias }) as const;

function theoryAt(experiment: Experiment, gain: number): UnequalTheory | null {
  const setting = { ...gainlessSetting(experiment), pass: 'backward', gain } as const;
  return unequalWidths(setting) ?? lateTheory()?.unequal(setting) ?? null;
}

/** The gain that stops the drift over the whole network: exact, to order 1/N, or the square network's. */
function bestGain(experiment: Experiment, found: FoundGains): number {
  const setting = gainlessSetting(experiment);
  const plain = unequalWidths({ ...setting, pass: 'backward', gain: 1 });
  const depth = experiment.widths.length - 1;
  if (plain) return Math.exp(-(plain.mean[depth] ?? 0) / (2 * depth));
  const rough = namedGains(squareExperiment(experiment), found).auto.value;
  return lateTheory()?.unequalGain(setting, rough) ?? rough;
}

/** The gain of own widths as a number; g* is the one that stops the drift over the whole network. */
export const ownGain = oncePerExperiment((experiment, found): number => {
  const { gain } = experiment;
  if (typeof gain === 'number') return gain;
  return gain === 'auto'
    ? bestGain(experiment, found)
    : namedGains(squareExperiment(experiment), found)[gain].value;
});

/** Means and variances of own widths, exact or to order 1/N; null where neither holds. */
export const widthsTheory = oncePerExperiment((experiment, found): UnequalTheory | null =>
  theoryAt(experiment, ownGain(experiment, found)),
);
