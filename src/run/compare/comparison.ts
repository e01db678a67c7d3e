import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { type FigureTable, figureTable } from '#run/figureTable.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';
import type { PinnedWalk } from '#run/walk/pinnedWalks.ts';
import { walkFacts } from '#run/walk/walkFacts.ts';
import type { WalkRecord } from '#run/walk/walkRecord.ts';

/** The measured columns of the comparison. */
export const comparedFacts = ['drift', 'slope', 'factor', 'within', 'dead'] as const;
export type ComparedFact = (typeof comparedFacts)[number];

/** One experiment of the comparison. */
export interface ComparedRow {
  /** Null for the experiment on the page. */
  readonly pin: string | null;
  readonly name: string;
  readonly facts: Readonly<Record<ComparedFact, Estimate | null>>;
  readonly walks: number;
  readonly ofWalks: number;
}

/** What of a run is compared. */
export interface Compared {
  readonly pin: string | null;
  readonly name: string;
  readonly experiment: Experiment;
  readonly record: WalkRecord | null;
}

/** The measurements of an experiment's walks so far. */
export function comparedRow({ pin, name, experiment, record }: Compared, found: FoundGains): ComparedRow {
  const facts = walkFacts(experiment, found, record);
  return {
    pin,
    name,
    facts: Object.fromEntries(
      comparedFacts.map((fact) => [fact, facts[fact].measured]),
    ) as ComparedRow['facts'],
    walks: record?.walks ?? 0,
    ofWalks: record?.settings.walks ?? experiment.walks,
  };
}

/**
 * ln of what the norm of one network is typically multiplied or divided by: half the root mean square of ln Z at the last
 * layer, over living walks. Null before there are two.
 */
export function typicalLogFactor({
  experiment,
  record,
}: Pick<PinnedWalk, 'experiment' | 'record'>): number | null {
  if (!record?.moments || record.walks - record.dead < 2) return null;
  const { mean, variance } = record.moments;
  const [m, v] = [mean[experiment.depth] ?? Number.NaN, variance[experiment.depth] ?? Number.NaN];
  return Math.sqrt(m * m + v) / 2;
}

/** By what rows are ordered: their place on the page, or a column. */
export interface Order {
  readonly by: ComparedFact | 'walks' | null;
  readonly isDescending: boolean;
}

const cellOf = (row: ComparedRow, by: ComparedFact | 'walks') =>
  by === 'walks' ? row.walks : (row.facts[by]?.value ?? null);

/** Rows by a column, those without a value last. */
export function ordered(rows: readonly ComparedRow[], { by, isDescending }: Order): readonly ComparedRow[] {
  if (by === null) return rows;
  return rows.toSorted((a, b) => {
    const [x, y] = [cellOf(a, by), cellOf(b, by)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return isDescending ? y - x : x - y;
  });
}

/** The comparison as a file's table: each measurement and its standard error. */
export function comparisonTable(rows: readonly ComparedRow[], links: readonly string[]): FigureTable {
  return figureTable(rows.length, [
    ['experiment', (i) => rows[i]?.name ?? null],
    ...comparedFacts.flatMap((fact) => [
      [fact, (i: number) => rows[i]?.facts[fact]?.value ?? null] as const,
      [`${fact}Error`, (i: number) => rows[i]?.facts[fact]?.error ?? null] as const,
    ]),
    ['walks', (i) => rows[i]?.walks ?? null],
    ['link', (i) => links[i] ?? null],
  ]);
}
