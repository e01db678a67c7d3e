import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { namedGains } from '#experiment/gains.ts';
import { largestGain, smallestGain } from '#experiment/schema/networkRows.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';
import { driftEstimate } from './estimates.ts';
import { endTheory, theoryKind } from './pointTheory.ts';
import { sweptExperiment, type WalkPoint, walkPoint } from './sweepPoint.ts';
import { estimateColumns, type SweepTable, tableOf, type WalkRow, walkColumns } from './sweepTable.ts';

/** Gains over the best one near it, where the drift crosses zero. */
const near = [0.97, 0.98, 0.99, 0.995, 1, 1.005, 1.01, 1.02, 1.03];
const above = [1.25, 1.6, 2];
const stepsBelow = 6;

/** A gain as the link holds it. */
export const linkGain = (gain: number) =>
  Number(Math.max(smallestGain, Math.min(largestGain, gain)).toPrecision(6));

/** The named gains of a sweep's experiment, whatever gain it has itself. */
export const sweptGains = (experiment: Experiment, found: FoundGains) =>
  namedGains(sweptExperiment(experiment), found);

/** The gain that a sweep is laid around: g*, or as near to it as the link's range leaves room above. */
export function centreGain(experiment: Experiment, found: FoundGains, room: number): number {
  return Math.min(sweptGains(experiment, found).auto.value, largestGain / room);
}

/** Drift of ln Z a layer against gain, from the slip "variance read as a deviation" to twice g*, rising. */
export function gainPoints(experiment: Experiment, found: FoundGains): readonly WalkPoint[] {
  const { wrong } = sweptGains(experiment, found);
  const best = centreGain(experiment, found, Math.max(...above));
  const lowest = Math.min(wrong.value, 0.5 * best);
  const below = Array.from(
    { length: stepsBelow },
    (_, i) => lowest * ((0.9 * best) / lowest) ** (i / (stepsBelow - 1)),
  );
  const gains = [...below, ...[...near, ...above].map((factor) => factor * best)].map(linkGain);
  return [...new Set(gains)].map((gain, i) => walkPoint(experiment, found, i, { gain }));
}

/** The drift measured at a point. */
export const driftMeasured = ({ point, walked }: WalkRow): Estimate | null =>
  walked && driftEstimate(walked, point.settings.depth);

/** The drift by theory. */
export const driftTheory = ({ point }: Pick<WalkRow, 'point'>): number =>
  endTheory(point).mean / point.settings.depth;

/** One row a gain. */
export function gainTable(experiment: Experiment, rows: readonly WalkRow[]): SweepTable {
  return tableOf(
    rows,
    [
      ['gain', ({ point }) => point.settings.gain],
      ...walkColumns,
      ...estimateColumns('drift', driftMeasured),
      ['driftTheory', driftTheory],
    ],
    theoryKind(experiment),
  );
}

/** Gains this near to g* stand behind its measured value: there the drift is straight in ln g. */
const nearby = 0.05;

/** Where the measured drift crosses zero: the weighted least-squares line in ln g near theory's g*; null below two points. */
export function measuredZero(
  experiment: Experiment,
  found: FoundGains,
  rows: readonly WalkRow[],
): Estimate | null {
  const centre = Math.log(sweptGains(experiment, found).auto.value);
  let [weight, x, y, xx, xy] = [0, 0, 0, 0, 0];
  let count = 0;
  for (const row of rows) {
    const drift = driftMeasured(row);
    const at = Math.log(row.point.settings.gain) - centre;
    if (!drift || Math.abs(at) > nearby || !(drift.error > 0)) continue;
    const w = drift.error ** -2;
    [weight, x, y] = [weight + w, x + w * at, y + w * drift.value];
    [xx, xy] = [xx + w * at * at, xy + w * at * drift.value];
    count += 1;
  }
  const determinant = weight * xx - x * x;
  if (count < 2 || !(determinant > 0)) return null;
  const slope = (weight * xy - x * y) / determinant;
  const level = (y * xx - x * xy) / determinant;
  const root = -level / slope;
  const value = Math.exp(centre + root);
  // The line's height at its root has variance (xx - 2 x root + weight root^2)/determinant.
  const variance = (xx - 2 * x * root + weight * root * root) / determinant;
  return { value, error: (value * Math.sqrt(variance)) / Math.abs(slope) };
}
