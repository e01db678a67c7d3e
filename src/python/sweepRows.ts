import { gainSetting } from '#experiment/derived/gainSetting.ts';
import { theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment, SweepName } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { type GainName, namedGain } from '#theory/namedGain.ts';
import { unequalWidths } from '#theory/unequalWidths.ts';

/** One point of a sweep, and what the page's theory says of ln Z at its end; null where nothing is known. */
export interface SweepRow {
  readonly widths: readonly number[];
  readonly gain: number;
  readonly mean: number | null;
  readonly variance: number | null;
}

const gainFactors = [0.5, 0.7, 0.85, 0.95, 0.98, 0.99, 1, 1.01, 1.02, 1.05, 1.25, 1.6, 2];
const sweptWidths = [4, 8, 16, 32, 64, 128, 256, 512];
const mapDepths = [10, 30, 100, 300, 1000];
const mapWidths = [8, 16, 32, 64, 128, 256];
const budgetDepths = [2, 4, 8, 16, 32, 64, 125, 250, 500, 1000];
const widest = 1024;

function rowOf(experiment: Experiment, found: FoundGains): SweepRow {
  const { depth, width, residual } = experiment;
  const theory = residual > 0 ? null : theoryOf(experiment, found);
  return {
    widths: Array.from({ length: depth + 1 }, () => width),
    gain: resolvedGain(experiment, found),
    mean: theory?.mean[depth] ?? null,
    variance: theory?.variance?.[depth] ?? null,
  };
}

/** The named gain of an experiment's own depth and width. */
const named = (name: GainName, experiment: Experiment) => namedGain(name, gainSetting(experiment)).value;

/** Mean and variance over unequal widths, where they are known. */
function ownWidthsRow(experiment: Experiment, found: FoundGains): SweepRow {
  const { f, weights, widths, scaling, pass, bias, residual } = experiment;
  const gain = resolvedGain(experiment, found);
  const isKnown = weights === 'gaussian' && pass !== 'weights' && bias === 0 && residual === 0;
  const theory = isKnown ? unequalWidths({ nonlinearity: f, pass, widths, scaling, gain }) : null;
  return { widths, gain, mean: theory?.mean.at(-1) ?? null, variance: theory?.variance.at(-1) ?? null };
}

/** The points of a sweep of walks, in the order in which they are measured. */
export function sweepRows(
  experiment: Experiment,
  found: FoundGains,
  sweep: Exclude<SweepName, 'error'>,
): readonly SweepRow[] {
  switch (sweep) {
    case 'gain': {
      const best = named('auto', experiment);
      return gainFactors.map((factor) => rowOf({ ...experiment, gain: factor * best }, found));
    }
    case 'width':
      return sweptWidths.map((width) => rowOf({ ...experiment, width, gain: 'auto' }, found));
    case 'map':
      return mapDepths.flatMap((depth) =>
        mapWidths.map((width) => rowOf({ ...experiment, depth, width, gain: 'auto' }, found)),
      );
    case 'budget':
      return budgetDepths
        .map((depth) => ({ depth, width: Math.round(Math.sqrt(experiment.budget / depth)) }))
        .filter(({ width }) => width >= 1 && width <= widest)
        .map((shape) => rowOf({ ...experiment, ...shape, gain: 'auto' }, found));
    case 'mean':
      return (['he', 'auto'] as const).map((gain) => rowOf({ ...experiment, gain }, found));
    case 'widths':
      return [ownWidthsRow(experiment, found)];
  }
}
