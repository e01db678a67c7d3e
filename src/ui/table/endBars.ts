import { densityOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { histogramBars } from '#plots/histogramBars.ts';
import { type FigureTable, figureTable } from '#run/figureTable.ts';
import type { WalkRecord } from '#run/walk/walkRecord.ts';

/** Bars over the whole range of the ends. */
const barCount = 20;

/** A function given by points in rising order, between them along straight lines; null beyond its ends. */
function between(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number | null {
  const after = Array.from(xs).findIndex((one) => one >= x);
  if (after === -1 || (after === 0 && xs[0] !== x)) return null;
  const before = Math.max(0, after - 1);
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [xs[before], xs[after], ys[before], ys[after]];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/**
 * How the walks end, to be read: ln Z at the last layer of the living in bars of equal length over its range, with their
 * density, and theory's in the middle of each bar.
 */
export function endBars(experiment: Experiment, found: FoundGains, record: WalkRecord | null): FigureTable {
  const ends = Array.from(record?.final ?? []).filter(Number.isFinite);
  const [low, high] = ends.reduce(([a, b], end) => [Math.min(a, end), Math.max(b, end)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as const);
  const bars = low < high ? histogramBars(ends, [low, high], barCount) : [];
  const theory = densityOf(experiment, found);
  const middle = (row: number) => ((bars[row]?.low ?? 0) + (bars[row]?.high ?? 0)) / 2;
  return figureTable(bars.length, [
    ['from', (row) => bars[row]?.low ?? null],
    ['to', (row) => bars[row]?.high ?? null],
    ['density', (row) => bars[row]?.density ?? null],
    ['theoryDensity', (row) => theory && between(theory.lnZ, theory.density, middle(row))],
  ]);
}
