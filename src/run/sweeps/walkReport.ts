import type { Column, Quantity } from './quantity.ts';
import type { SweepPoint, WalkPoint } from './sweepPoint.ts';

/** What a script can say of ln Z at a layer; the names of the page's columns. */
export const statisticNames = ['drift', 'mean', 'variance', 'within', 'median', 'logMeanOfZ'] as const;
export type Statistic = (typeof statisticNames)[number];

/** What a script prints of a sweep's walks, with the page's theory beside it. */
export interface WalkReport {
  readonly statistics: readonly Statistic[];
  /** Columns of theory that stand for themselves, beside no statistic. */
  readonly facts: readonly string[];
  readonly rows: readonly {
    /** Its place among the points. */
    readonly point: number;
    /** k layers from the start of the pass. */
    readonly layer: number;
    /** In the order of the statistics; null where none is known. */
    readonly theory: readonly (number | null)[];
    /** In the order of the facts. */
    readonly facts: readonly (number | null)[];
  }[];
}

/** A report of some rows at a layer each. */
export function walkReport<R extends { readonly point: WalkPoint }>(
  points: readonly SweepPoint[],
  rows: readonly R[],
  layerOf: (row: R) => number,
  quantities: readonly Pick<Quantity<R, Statistic>, 'name' | 'theory'>[],
  facts: readonly Column<R>[] = [],
): WalkReport {
  return {
    statistics: quantities.map(({ name }) => name),
    facts: facts.map(([name]) => name),
    rows: rows.map((row) => ({
      point: points.indexOf(row.point),
      layer: layerOf(row),
      theory: quantities.map(({ theory }) => theory(row)),
      facts: facts.map(([, value]) => value(row)),
    })),
  };
}
