/** A value of a table; null where there is none. */
export type Cell = number | string | null;

/** A figure's data as a table, for a file or to be read on the page. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** The value in a row and a column, counted from 0. */
  readonly cell: (row: number, column: number) => Cell;
  /** All values, in the order of the columns. Made when they are asked for: of a long run a million. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A column's name and its values, by row. */
export type TableColumn = readonly [name: string, value: (row: number) => Cell];

/** The table of some columns; values that no number stands for (a dead walk's -Infinity) are left empty. */
export function figureTable(rowCount: number, columns: readonly TableColumn[]): FigureTable {
  const cell = (row: number, column: number) => {
    const value = columns[column]?.[1](row) ?? null;
    return typeof value === 'number' && !Number.isFinite(value) ? null : value;
  };
  return {
    columns: columns.map(([name]) => name),
    rowCount,
    cell,
    get rows() {
      return Array.from({ length: rowCount }, (_, row) => columns.map((_, column) => cell(row, column)));
    },
  };
}

/** A column of an array that may be missing. */
export function arrayColumn(name: string, values: ArrayLike<number> | null | undefined): TableColumn {
  return [name, (row) => values?.[row] ?? null];
}

/** A table whose rows are there already. */
export const filledTable = (columns: readonly string[], rows: readonly (readonly Cell[])[]): FigureTable =>
  figureTable(
    rows.length,
    columns.map((name, column) => [name, (row) => rows[row]?.[column] ?? null]),
  );

/** A float32 by its shortest nine digits, which still tell it from every other float32. */
export const shortFloat = (value: number) => Number(value.toPrecision(9));
