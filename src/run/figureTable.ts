/** A figure's data as a table, ready for a file. */
export interface FigureTable {
  readonly columns: readonly string[];
  /** In the order of the columns; null where there is no value. */
  readonly rows: readonly (readonly (number | string | null)[])[];
}

/** A column's name and its values, by row. */
export type TableColumn = readonly [name: string, value: (row: number) => number | string | null];

/** The table of some columns; values that no number stands for (a dead walk's -Infinity) are left empty. */
export function figureTable(rows: number, columns: readonly TableColumn[]): FigureTable {
  const cell = (value: number | string | null) =>
    typeof value === 'number' && !Number.isFinite(value) ? null : value;
  return {
    columns: columns.map(([name]) => name),
    rows: Array.from({ length: rows }, (_, row) => columns.map(([, value]) => cell(value(row)))),
  };
}

/** A column of an array that may be missing. */
export function arrayColumn(name: string, values: ArrayLike<number> | null | undefined): TableColumn {
  return [name, (row) => values?.[row] ?? null];
}

/** A float32 by its shortest nine digits, which still tell it from every other float32. */
export const shortFloat = (value: number) => Number(value.toPrecision(9));
