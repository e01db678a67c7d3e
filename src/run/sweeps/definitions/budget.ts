import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { type Asked, defineSweep, type FigureRules, type Scene } from '#run/sweeps/definition.ts';
import type { Place } from '#run/sweeps/figures/drawing.ts';
import { logSpace } from '#run/sweeps/figures/logSpace.ts';
import type { Text } from '#run/sweeps/figures/phrase.ts';
import { quantityDots } from '#run/sweeps/figures/quantityDots.ts';
import { spreadColumns, variance, within } from '#run/sweeps/measures/spread.ts';
import { theoryKind } from '#run/sweeps/pointTheory.ts';
import type { Column } from '#run/sweeps/quantity.ts';
import { type WalkPoint, walkPoint } from '#run/sweeps/sweepPoint.ts';
import { type WalkRow, walkRows } from '#run/sweeps/sweepTable.ts';
import { walkReport } from '#run/sweeps/walkReport.ts';
import { budgetVariance, varianceCoefficient } from '#theory/varianceCoefficient.ts';

const depths = [2, 4, 8, 16, 32, 64, 125, 250, 500, 1000];
const narrowest = 4;
const widest = 1024;

/** P parameters spent on depth or width, P = D N^2. */
function points(experiment: Experiment, found: FoundGains): readonly WalkPoint[] {
  return depths
    .map((depth) => ({ depth, width: Math.round(Math.sqrt(experiment.budget / depth)) }))
    .filter(({ width }) => width >= narrowest && width <= widest)
    .map((shape, i) => walkPoint(experiment, found, i, shape));
}

/** c D^(3/2)/sqrt(P) at a depth; null for f without one c. */
function leadingVariance({ f, weights, budget: parameters }: Experiment, depth: number): number | null {
  const coefficient = varianceCoefficient(f, weights);
  return coefficient === null ? null : budgetVariance(coefficient, depth, parameters);
}

const depthOf = ({ point }: WalkRow) => point.settings.depth;

const leadingColumn = (experiment: Experiment): Column<WalkRow> => [
  'varianceLeading',
  (row) => leadingVariance(experiment, depthOf(row)),
];

function theory({ experiment, points: asked }: Asked) {
  const rows = walkRows(asked, new Map());
  const ticks = rows.map(depthOf);
  const [first = 1, last = 2] = [ticks[0], ticks.at(-1)];
  const along = (places: readonly (readonly [number, number | null])[]): Place[] =>
    places.flatMap(([depth, value]) => (value === null ? [] : [[depth, value]]));
  const exact = along(rows.map((row) => [depthOf(row), variance.theory(row)]));
  const leading = along(logSpace(first, last, 9).map((depth) => [depth, leadingVariance(experiment, depth)]));
  const variances = [...exact, ...leading].map(([, value]) => value);
  const x: Place = [first / 1.25, last * 1.25];
  const y: Place = [0.6 * Math.min(...variances), 1.8 * Math.max(...variances)];
  const share = along(rows.map((row) => [depthOf(row), within.theory(row)]));
  return { ticks, x, y, exact, leading, share };
}

type BudgetTheory = ReturnType<typeof theory>;

const places = {
  x: depthOf,
  where: ({ point: { settings } }: WalkRow) =>
    ['where', { depth: settings.depth, width: settings.width }] as const,
};

/** Var ln Z against the depth that the budget is spent on. */
const spread: FigureRules<WalkRow, BudgetTheory> = {
  kind: 'curves',
  name: 'main',
  titleKey: () => 'title',
  draw: ({ rows, kind, theory: { ticks, x, y, exact, leading } }) => ({
    x: { kind: 'log', domain: x, titleKey: '', ticks },
    y: { kind: 'log', domain: y, titleKey: 'y' },
    level: null,
    curves: [
      { kind: 'theory', points: exact, name: [kind], nameAt: 0.75 },
      {
        kind: 'other',
        points: leading,
        name: ['leading'],
        nameAt: 0.5,
        nameBelow: true,
        nameAnchor: 'start',
      },
    ],
    marks: [],
    dots: quantityDots(rows, variance, kind, places),
  }),
};

/** Share of networks within a factor of 10, on the same depths. */
const shares: FigureRules<WalkRow, BudgetTheory> = {
  kind: 'curves',
  name: 'companion',
  titleKey: () => 'share',
  draw: ({ rows, kind, theory: { ticks, x, share } }) => ({
    x: { kind: 'log', domain: x, titleKey: 'x', ticks },
    y: { kind: 'linear', domain: [0, 1.04], titleKey: '', ticks: [0, 0.5, 1] },
    level: null,
    curves: [{ kind: 'theory', points: share, name: [kind], nameAt: 0.3, nameBelow: true }],
    marks: [],
    dots: quantityDots(rows, within, kind, places),
  }),
};

function outcome({ rows }: Scene<WalkRow, BudgetTheory>): Text {
  const valuesOf = (row: WalkRow) => ({
    depth: row.point.settings.depth,
    width: row.point.settings.width,
    factor: { as: 'factor', value: Math.sqrt(variance.theory(row) ?? 0) / 2 } as const,
  });
  const [shallow, deep] = [rows[0], rows.at(-1)];
  if (!shallow || !deep) return [];
  return [
    ['shallow', valuesOf(shallow)],
    ['deep', valuesOf(deep)],
  ];
}

/** A budget of parameters spent on depth or width. */
export const budget = defineSweep<WalkRow, BudgetTheory>({
  controls: ['budget', 'f', 'gain', 'weights', 'walks', 'sampler', 'input', 'bias'],
  layout: 'stacked',
  points,
  fold: (asked, measured) => walkRows(asked.points, measured),
  kind: theoryKind,
  columns: ({ experiment }) => spreadColumns([leadingColumn(experiment)]),
  theory,
  figures: [spread, shares],
  outcome,
  report: ({ experiment, points: asked }) => {
    const facts = [leadingColumn(experiment)];
    return walkReport(asked, walkRows(asked, new Map()), depthOf, [variance, within], facts);
  },
});
