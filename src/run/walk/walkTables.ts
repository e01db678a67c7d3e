import { driftCurve, driftSetting } from '#experiment/derived/driftCurve.ts';
import { densityOf, theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import {
  arrayColumn,
  type FigureTable,
  figureTable,
  shortFloat,
  type TableColumn,
} from '#run/figureTable.ts';
import type { WalkRecord } from './walkRecord.ts';

/** How a theory is named in a column: no approximation is called exact, in a file neither. */
export const theoryColumnNames = {
  exact: 'exact',
  'order-1/N': 'orderOne',
  'two-number': 'twoNumber',
  'mean-field': 'meanField',
  'leading-order': 'leadingOrder',
  'new-matrices': 'newMatrices',
} as const;

function theoryColumns(
  experiment: Experiment,
  found: FoundGains,
  names: readonly ('mean' | 'variance')[],
): TableColumn[] {
  const theory = theoryOf(experiment, found);
  const title = { mean: 'Mean', variance: 'Variance' } as const;
  return names.map((name) => arrayColumn(`${theoryColumnNames[theory.kind]}${title[name]}`, theory[name]));
}

/** The walk: mean of ln Z with its standard error, theory, and the single walks that are drawn; a row a layer. */
export function walkTable(experiment: Experiment, found: FoundGains, record: WalkRecord | null): FigureTable {
  const { depth } = experiment;
  const moments = record?.moments;
  const walk = (index: number): TableColumn => [
    `walk${index + 1}`,
    (layer) => shortFloat(record?.paths[index * (depth + 1) + layer] ?? Number.NaN),
  ];
  return figureTable(depth + 1, [
    ['layer', (layer) => layer],
    arrayColumn('mean', moments?.mean),
    arrayColumn('stderrMean', moments?.stderrMean),
    ...theoryColumns(experiment, found, ['mean', 'variance']),
    ...Array.from({ length: record?.pathCount ?? 0 }, (_, index) => walk(index)),
  ]);
}

/** Var ln Z with its standard error beside theory's; a row a layer. */
export function varianceTable(
  experiment: Experiment,
  found: FoundGains,
  record: WalkRecord | null,
): FigureTable {
  const moments = record?.moments;
  return figureTable(experiment.depth + 1, [
    ['layer', (layer) => layer],
    arrayColumn('variance', moments?.variance),
    arrayColumn('stderrVariance', moments?.stderrVariance),
    ...theoryColumns(experiment, found, ['variance']),
  ]);
}

/** How the walks end: ln Z at the last layer of each walk, empty for a dead one, and beside it the exact or the Normal density. */
export function endTable(experiment: Experiment, found: FoundGains, record: WalkRecord | null): FigureTable {
  const density = densityOf(experiment, found);
  const { kind } = theoryOf(experiment, found);
  const walks = record?.walks ?? 0;
  const rows = Math.max(walks, density?.lnZ.length ?? 0);
  return figureTable(rows, [
    ['walk', (row) => (row < walks ? row + 1 : null)],
    ['lnZ', (row) => (row < walks ? (record?.final[row] ?? null) : null)],
    arrayColumn('densityLnZ', density?.lnZ),
    arrayColumn(kind === 'exact' ? 'exactDensity' : 'normalDensity', density?.density),
  ]);
}

/** The drift per layer at each gain, and the gain in use as the last row. */
export function gainTable(experiment: Experiment, found: FoundGains, gains: readonly number[]): FigureTable {
  const all = [...gains, resolvedGain(experiment, found)];
  const drifts = driftCurve(driftSetting(experiment), all);
  return figureTable(all.length, [
    arrayColumn('gain', all),
    arrayColumn('driftPerLayer', drifts),
    ['isCurrent', (row) => (row === gains.length ? 1 : 0)],
  ]);
}
