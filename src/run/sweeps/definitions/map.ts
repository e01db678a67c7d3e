import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { defineSweep, type FigureRules, type Scene } from '#run/sweeps/definition.ts';
import type { DrawnCell, DrawnLine } from '#run/sweeps/figures/drawing.ts';
import type { Text } from '#run/sweeps/figures/phrase.ts';
import { spreadColumns, variance, within } from '#run/sweeps/measures/spread.ts';
import { theoryKind } from '#run/sweeps/pointTheory.ts';
import type { Quantity } from '#run/sweeps/quantity.ts';
import { type WalkPoint, walkPoint } from '#run/sweeps/sweepPoint.ts';
import { type WalkRow, walkRows } from '#run/sweeps/sweepTable.ts';
import { walkReport } from '#run/sweeps/walkReport.ts';
import { varianceCoefficient } from '#theory/varianceCoefficient.ts';

const depths = [10, 30, 100, 300, 1000];
const widths = [8, 16, 32, 64, 128, 256];

/** Every depth with every width, the cheapest first. */
function points(experiment: Experiment, found: FoundGains): readonly WalkPoint[] {
  return depths
    .flatMap((depth) => widths.map((width) => ({ depth, width })))
    .map((cell, i) => walkPoint(experiment, found, i, cell))
    .toSorted((a, b) => a.cost - b.cost);
}

/** Variances at the two ends of the map's shades. */
const lightVariance = 0.1;
const darkVariance = 1000;

const varianceShade = (value: number) =>
  Math.max(0, Math.min(1, Math.log(value / lightVariance) / Math.log(darkVariance / lightVariance)));

/** Depth over width is the same along these. */
const ratios = [0.1, 1, 10];

function contours(): DrawnLine[] {
  const [low, high] = [Math.min(...widths) / Math.SQRT2, Math.max(...widths) * Math.SQRT2];
  const [near, far] = [Math.min(...depths) / 1.7, Math.max(...depths) * 1.7];
  return ratios.map((ratio) => {
    const from = Math.max(near, low * ratio);
    const to = Math.min(far, high * ratio);
    return {
      points: [
        [from, from / ratio],
        [to, to / ratio],
      ],
      name: ['contour', { x: { as: 'short', value: ratio } }],
      isDashed: true,
    };
  });
}

/** A quantity of every shape as a shade. */
function figure(
  titleKey: string,
  choice: string,
  { measured, theory }: Quantity<WalkRow>,
  shade: (value: number) => number,
  ends: { readonly light: string; readonly dark: string },
): FigureRules<WalkRow, null> {
  const cellOf = (row: WalkRow, kind: Scene<WalkRow, null>['kind']): DrawnCell => {
    const { depth, width } = row.point.settings;
    const estimate = measured(row);
    const exact = theory(row);
    const { walks, dead } = row.walked ?? { walks: 0, dead: 0 };
    return {
      point: row.point,
      x: depth,
      y: width,
      field: exact === null ? null : shade(exact),
      plate: estimate && shade(estimate.value),
      says: estimate ? [{ as: 'measured', ...estimate }] : [],
      reading: { where: ['where', { depth, width }], measured: estimate, theory: exact, kind, walks, dead },
    };
  };
  return {
    kind: 'map',
    name: 'main',
    choice,
    titleKey: () => titleKey,
    draw: ({ rows, kind }) => ({
      xs: depths,
      ys: widths,
      cells: rows.map((row) => cellOf(row, kind)),
      lines: contours(),
      keys: { x: 'x', y: 'y', ...ends },
    }),
  };
}

function outcome({ experiment, rows, kind }: Scene<WalkRow, null>): Text {
  const coefficient = varianceCoefficient(experiment.f, experiment.weights);
  const law: Text =
    coefficient === null
      ? [['ratioCounts']]
      : [['ratio', { coefficient: { as: 'short', value: coefficient } }]];
  const offs = rows.flatMap((row) => {
    const measured = row.walked?.done ? variance.measured(row) : null;
    const exact = variance.theory(row);
    return measured && exact !== null && measured.error > 0
      ? [Math.abs(measured.value - exact) / measured.error]
      : [];
  });
  if (kind !== 'exact' || offs.length === 0) return law;
  return [...law, ['agree', { of: offs.length, within: offs.filter((off) => off <= 2).length }]];
}

/** Var ln Z over depth and width. */
export const map = defineSweep<WalkRow, null>({
  controls: ['f', 'gain', 'weights', 'walks', 'sampler', 'input', 'bias'],
  layout: 'switched',
  points,
  fold: (asked, measured) => walkRows(asked.points, measured),
  kind: theoryKind,
  columns: () => spreadColumns(),
  theory: () => null,
  figures: [
    figure('variance', 'switchVariance', variance, varianceShade, {
      light: 'lightVariance',
      dark: 'darkVariance',
    }),
    figure('within', 'switchWithin', within, (share) => 1 - share, {
      light: 'lightWithin',
      dark: 'darkWithin',
    }),
  ],
  outcome,
  report: ({ points: asked }) =>
    walkReport(asked, walkRows(asked, new Map()), ({ point }) => point.settings.depth, [variance, within]),
});
