import type { Estimate } from '#run/walk/fittedSlope.ts';

/** What a row measures, and theory beside it: columns of a table, dots of a figure. */
export interface Quantity<R, N extends string = string> {
  readonly name: N;
  /** Null until enough has arrived. */
  readonly measured: (row: R) => Estimate | null;
  /** Null where none is known. */
  readonly theory: (row: R) => number | null;
}

/** The name of a column and its value in a row. */
export type Column<R> = readonly [name: string, value: (row: R) => number | null];
