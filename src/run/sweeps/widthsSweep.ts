import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { namedGains } from '#experiment/gains.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';
import { type UnequalTheory, unequalWidths } from '#theory/unequalWidths.ts';
import { meanEstimate, varianceEstimate } from './estimates.ts';
import type { WalkMeasurement } from './measurement.ts';
import { sweptExperiment, type WalkPoint, walkPoint } from './sweepPoint.ts';
import { estimateColumns, type SweepTable, tableOf, type WalkRow, walkColumns } from './sweepTable.ts';

const widestSquare = 1024;

/** Harmonic mean of the widths that steps land in: a square network of it has the same Var ln Z to leading order. */
export function squareWidth({ widths }: Experiment): number {
  const landed = widths.slice(0, -1);
  const inverse = landed.reduce((sum, width) => sum + 1 / width, 0);
  return Math.max(1, Math.min(widestSquare, Math.round(landed.length / inverse)));
}

/** The square network that stands for widths of one's own where a walk view needs one width. */
function squareExperiment(experiment: Experiment): Experiment {
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

/** A network of widths of one's own, walked layer by layer: one point. */
export function widthsPoints(experiment: Experiment, found: FoundGains): readonly WalkPoint[] {
  const { widths, scaling } = experiment;
  const gain = ownGain(experiment, found);
  const special = { settings: { widths, scaling, gain }, keepsWalks: true };
  return [walkPoint(squareExperiment(experiment), found, 0, {}, special)];
}

/** Exact means and variances of own widths; null for f without an exact law. */
export function widthsTheory(experiment: Experiment, found: FoundGains): UnequalTheory | null {
  return theoryAt(experiment, ownGain(experiment, found));
}

/** One step of the walk, landing in `width` units, k layers back from the output. */
export interface WidthsRow extends WalkRow {
  readonly layer: number;
  readonly width: number;
  readonly theory: UnequalTheory | null;
}

/** A row a step, from the output back. */
export function widthsRows(
  experiment: Experiment,
  found: FoundGains,
  rows: readonly WalkRow[],
): readonly WidthsRow[] {
  const { widths } = experiment;
  const theory = widthsTheory(experiment, found);
  const depth = widths.length - 1;
  return rows.flatMap((row) =>
    Array.from({ length: depth }, (_, i) => ({
      ...row,
      layer: i + 1,
      width: widths[depth - 1 - i] ?? 1,
      theory,
    })),
  );
}

/** Variance of one step over the first living walks, with its standard error from their fourth moment. */
export function stepVariance(walked: WalkMeasurement, layer: number): Estimate | null {
  const { paths, pathCount, moments } = walked;
  const length = moments?.mean.length ?? 0;
  const steps: number[] = [];
  for (let walk = 0; walk < pathCount; walk++) {
    const end = paths[walk * length + layer] ?? 0;
    if (Number.isFinite(end)) steps.push(end - (paths[walk * length + layer - 1] ?? 0));
  }
  if (steps.length < 3) return null;
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const central = (power: number) =>
    steps.reduce((sum, step) => sum + (step - mean) ** power, 0) / steps.length;
  const value = (central(2) * steps.length) / (steps.length - 1);
  return { value, error: Math.sqrt(Math.max(0, central(4) - central(2) ** 2) / steps.length) };
}

/** Share of the whole variance that a step makes, by theory. */
export function stepShare({ theory, layer }: WidthsRow): number | null {
  if (!theory) return null;
  return (theory.steps[layer - 1]?.variance ?? 0) / (theory.variance.at(-1) ?? 1);
}

/** One row a step. */
export function widthsTable(experiment: Experiment, found: FoundGains, rows: readonly WalkRow[]): SweepTable {
  const all = widthsRows(experiment, found, rows);
  return tableOf<WidthsRow>(
    all,
    [
      ['layer', ({ layer }) => layer],
      ['width', ({ width }) => width],
      ...walkColumns,
      ...estimateColumns<WidthsRow>('mean', ({ walked, layer }) => walked && meanEstimate(walked, layer)),
      ['meanTheory', ({ theory, layer }) => theory?.mean[layer] ?? null],
      ...estimateColumns<WidthsRow>(
        'variance',
        ({ walked, layer }) => walked && varianceEstimate(walked, layer),
      ),
      ['varianceTheory', ({ theory, layer }) => theory?.variance[layer] ?? null],
      ['share', stepShare],
    ],
    widthsTheory(experiment, found) ? 'exact' : 'approximate',
  );
}
