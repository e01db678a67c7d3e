import type { Experiment } from '#experiment/experiment.ts';
import { type FigureTable, figureTable } from '#run/figureTable.ts';

/** A value and its standard error; null where one run says nothing of its spread. */
export interface Measured {
  readonly value: number;
  readonly error: number | null;
}

/** One experiment of the comparison, and what its run has come to so far. */
export interface ComparedRow<Fact extends string> {
  /** Null for the experiment on the page. */
  readonly pin: string | null;
  readonly name: string;
  /** Measurements; null where there are none. */
  readonly facts: Readonly<Record<Fact, Measured | null>>;
  /** Walks walked, or steps done, and of how many. */
  readonly done: number;
  readonly ofAll: number;
}

/** What a row is made of: an experiment, what it is called, and what has arrived of its run. */
export interface Compared<Result> {
  readonly pin: string | null;
  readonly name: string;
  readonly experiment: Experiment;
  readonly record: Result | null;
}

/** By what rows are ordered: their place on the page, or a column. */
export interface Order<Fact extends string> {
  readonly by: Fact | 'done' | null;
  readonly isDescending: boolean;
}

const cellOf = <Fact extends string>(row: ComparedRow<Fact>, by: Fact | 'done') =>
  by === 'done' ? row.done : (row.facts[by as Fact]?.value ?? null);

/** Rows by a column, those without a value last. */
export function ordered<Fact extends string>(
  rows: readonly ComparedRow<Fact>[],
  { by, isDescending }: Order<Fact>,
): readonly ComparedRow<Fact>[] {
  if (by === null) return rows;
  return rows.toSorted((a, b) => {
    const [x, y] = [cellOf(a, by), cellOf(b, by)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return isDescending ? y - x : x - y;
  });
}

/** The comparison as a file's table: each measurement and its standard error, and `unit` for what is done. */
export function comparisonTable<Fact extends string>(
  rows: readonly ComparedRow<Fact>[],
  facts: readonly Fact[],
  unit: string,
  links: readonly string[],
): FigureTable {
  return figureTable(rows.length, [
    ['experiment', (i) => rows[i]?.name ?? null],
    ...facts.flatMap((fact) => [
      [fact, (i: number) => rows[i]?.facts[fact]?.value ?? null] as const,
      [`${fact}Error`, (i: number) => rows[i]?.facts[fact]?.error ?? null] as const,
    ]),
    [unit, (i) => rows[i]?.done ?? null],
    ['link', (i) => links[i] ?? null],
  ]);
}
