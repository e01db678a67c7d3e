import type { Experiment } from '#state/experiment.ts';
import type { Estimate } from '#state/fittedSlope.ts';
import { largestGain, smallestGain } from '#state/gainCodec.ts';
import { namedGains } from '#state/resolvedGain.ts';
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
export const sweptGains = (experiment: Experiment) => namedGains(sweptExperiment(experiment));

/** Drift of ln Z a layer against gain, from the slip "variance read as a deviation" to twice g*, rising. */
export function gainPoints(experiment: Experiment): readonly WalkPoint[] {
  const { auto, wrong } = sweptGains(experiment);
  const best = auto.value;
  const lowest = Math.min(wrong.value, 0.5 * best);
  const below = Array.from(
    { length: stepsBelow },
    (_, i) => lowest * ((0.9 * best) / lowest) ** (i / (stepsBelow - 1)),
  );
  const gains = [...below, ...[...near, ...above].map((factor) => factor * best)].map(linkGain);
  return [...new Set(gains)].map((gain, i) => walkPoint(experiment, i, { gain }));
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
