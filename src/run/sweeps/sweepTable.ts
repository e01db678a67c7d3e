import type { Measurement, WalkMeasurement } from './measurement.ts';
import type { TheoryKind } from './pointTheory.ts';
import type { Column, Quantity } from './quantity.ts';
import type { SweepPoint, WalkPoint } from './sweepPoint.ts';

/** A sweep's numbers as a table: results for programs, and for readers by ear. */
export interface SweepTable {
  readonly columns: readonly string[];
  /** In the order of the columns; null where nothing is measured yet or no theory is known. */
  readonly rows: readonly (readonly (number | null)[])[];
  /** What the columns that end in `Theory` are. */
  readonly theory: TheoryKind;
}

export function tableOf<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  theory: TheoryKind,
): SweepTable {
  return {
    columns: columns.map(([name]) => name),
    rows: rows.map((row) => columns.map(([, value]) => value(row))),
    theory,
  };
}

/** A walked point and what has arrived of it. */
export interface WalkRow {
  readonly point: WalkPoint;
  readonly walked: WalkMeasurement | null;
}

/** The walked points of a sweep. */
export function walkRows(
  points: readonly SweepPoint[],
  measured: ReadonlyMap<string, Measurement>,
): readonly WalkRow[] {
  return points.flatMap((point) => {
    const found = measured.get(point.key);
    return point.kind === 'walk' ? [{ point, walked: found?.kind === 'walk' ? found : null }] : [];
  });
}

/** Three columns: a measured quantity, its standard error, theory. */
export function quantityColumns<R>({ name, measured, theory }: Quantity<R>): readonly Column<R>[] {
  return [
    [name, (row) => measured(row)?.value ?? null],
    [`${name}Error`, (row) => measured(row)?.error ?? null],
    [`${name}Theory`, theory],
  ];
}

/** How many walks stand behind a row. */
export const walkColumns: readonly Column<WalkRow>[] = [
  ['walks', ({ walked }) => walked?.walks ?? 0],
  ['dead', ({ walked }) => walked?.dead ?? 0],
];
