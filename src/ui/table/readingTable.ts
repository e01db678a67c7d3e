import { thinnedLayers } from '#plots/thinnedLayers.ts';
import type { Cell, FigureTable } from '#run/figureTable.ts';

/** Rows that are shown, at most about: evenly spaced, the first and the last among them. */
const mostRows = 50;

/** A numbered series of columns up to this long is shown whole (the answers of 26 phones), */
const longestWhole = 30;

/** a longer one (walk1 to walk200, the steps of a training) in about so many. */
const mostOfSeries = 10;

/** A column to be read: what it is called in the table of the figure, and where its values are. */
export interface ReadingColumn {
  readonly name: string;
  /** The number behind the name, in a series; else null. */
  readonly number: number | null;
  readonly place: number;
  /** Where the standard errors of its values are; null without. */
  readonly errorPlace: number | null;
}

/** A value, and its standard error where one is known. */
export interface ReadingCell {
  readonly value: Cell;
  readonly error: number | null;
}

/** Of a figure's table what one can read: errors beside their values, long ones thinned. */
export interface ReadingTable {
  readonly columns: readonly ReadingColumn[];
  readonly rows: readonly (readonly ReadingCell[])[];
  readonly rowCount: number;
  /** How many columns of a series are left out. */
  readonly leftOut: number;
}

/** Where the standard errors of a column are: `stderrMean` of `mean`, `driftError` of `drift`. */
function errorPlaceOf(columns: readonly string[], name: string): number | null {
  const wanted = [`stderr${name.charAt(0).toUpperCase()}${name.slice(1)}`, `${name}Error`];
  const place = columns.findIndex((column) => wanted.includes(column));
  return place === -1 ? null : place;
}

/** The columns, standard errors with their values, each with its number in a series. */
function columnsOf(columns: readonly string[]): ReadingColumn[] {
  const errorPlaces = columns.map((name) => errorPlaceOf(columns, name));
  return columns.flatMap((full, place) => {
    if (errorPlaces.includes(place)) return [];
    const [, name = full, digits] = /^(.*\D)(\d+)$/.exec(full) ?? [];
    const number = digits === undefined ? null : Number(digits);
    return { name, number, place, errorPlace: errorPlaces[place] ?? null };
  });
}

/** Leaves out of long series all but evenly spaced columns, the first and the last among those that stay. */
function thinned(columns: readonly ReadingColumn[]): ReadingColumn[] {
  const series = new Map<string, ReadingColumn[]>();
  for (const column of columns) {
    if (column.number === null) continue;
    const all = series.get(column.name) ?? [];
    series.set(column.name, all);
    all.push(column);
  }
  const kept = new Set(
    [...series.values()].flatMap((all) =>
      all.length <= longestWhole
        ? all
        : thinnedLayers(all.length - 1, mostOfSeries).flatMap((i) => all[i] ?? []),
    ),
  );
  return columns.filter((column) => column.number === null || kept.has(column));
}

/** A figure's table as it is read on the page. */
export function readingTable({ columns, rowCount, cell }: FigureTable): ReadingTable {
  const all = columnsOf(columns);
  const shown = thinned(all);
  const rows = rowCount === 0 ? [] : thinnedLayers(rowCount - 1, mostRows);
  return {
    columns: shown,
    rows: rows.map((row) =>
      shown.map(({ place, errorPlace }) => {
        const error = errorPlace === null ? null : cell(row, errorPlace);
        return { value: cell(row, place), error: typeof error === 'number' ? error : null };
      }),
    ),
    rowCount,
    leftOut: all.length - shown.length,
  };
}
