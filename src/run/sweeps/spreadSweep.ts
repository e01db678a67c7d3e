import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { budgetVariance, varianceCoefficient } from '#theory/varianceCoefficient.ts';
import { varianceEstimate, withinEstimate } from './estimates.ts';
import { endTheory, theoryKind, withinTheory } from './pointTheory.ts';
import { type WalkPoint, walkPoint } from './sweepPoint.ts';
import {
  type Column,
  estimateColumns,
  type SweepTable,
  tableOf,
  type WalkRow,
  walkColumns,
} from './sweepTable.ts';

export const mapDepths = [10, 30, 100, 300, 1000] as const;
export const mapWidths = [8, 16, 32, 64, 128, 256] as const;

/** Var ln Z over depth x width, the cheapest cells first: the points. */
export function mapPoints(experiment: Experiment, found: FoundGains): readonly WalkPoint[] {
  return mapDepths
    .flatMap((depth) => mapWidths.map((width) => ({ depth, width })))
    .map((cell, i) => walkPoint(experiment, found, i, cell))
    .toSorted((a, b) => a.cost - b.cost);
}

const budgetDepths = [2, 4, 8, 16, 32, 64, 125, 250, 500, 1000];
const narrowest = 4;
const widest = 1024;

/** A budget of P parameters spent on depth or width, P = D N^2: the points. */
export function budgetPoints(experiment: Experiment, found: FoundGains): readonly WalkPoint[] {
  return budgetDepths
    .map((depth) => ({ depth, width: Math.round(Math.sqrt(experiment.budget / depth)) }))
    .filter(({ width }) => width >= narrowest && width <= widest)
    .map((shape, i) => walkPoint(experiment, found, i, shape));
}

/** Var ln Z at the last layer of a point. */
export const varianceMeasured = ({ point, walked }: WalkRow) =>
  walked && varianceEstimate(walked, point.settings.depth);

export const varianceTheory = ({ point }: WalkRow) => endTheory(point).variance;

/** Share of living walks within a factor of 10. */
export const withinMeasured = ({ walked }: WalkRow) => walked && withinEstimate(walked);

export const withinExact = ({ point }: WalkRow) => withinTheory(point);

const shape: readonly Column<WalkRow>[] = [
  ['depth', ({ point }) => point.settings.depth],
  ['width', ({ point }) => point.settings.width],
  ...walkColumns,
];

const spread: readonly Column<WalkRow>[] = [
  ...estimateColumns('variance', varianceMeasured),
  ['varianceTheory', varianceTheory],
];

const share: readonly Column<WalkRow>[] = [
  ...estimateColumns('within', withinMeasured),
  ['withinTheory', withinExact],
];

/** One row a cell. */
export function mapTable(experiment: Experiment, rows: readonly WalkRow[]): SweepTable {
  return tableOf(rows, [...shape, ...spread, ...share], theoryKind(experiment));
}

/** c D^(3/2)/sqrt(P) at a depth; null for f without one c. */
export function leadingVariance({ f, weights, budget }: Experiment, depth: number): number | null {
  const coefficient = varianceCoefficient(f, weights);
  return coefficient === null ? null : budgetVariance(coefficient, depth, budget);
}

/** One row a depth. */
export function budgetTable(experiment: Experiment, rows: readonly WalkRow[]): SweepTable {
  const leading: Column<WalkRow> = [
    'varianceLeading',
    ({ point }) => leadingVariance(experiment, point.settings.depth),
  ];
  return tableOf(rows, [...shape, ...spread, leading, ...share], theoryKind(experiment));
}
