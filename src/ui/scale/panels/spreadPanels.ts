import { type Dictionary, dictionary } from '#experiment/dictionary/dictionary.ts';
import type { MapCell, MapLine } from '#plots/mapPlotData.ts';
import { factorText, measuredText, numberText } from '#plots/numberText.ts';
import type { SweepDot } from '#plots/sweepPlotData.ts';
import { theoryKind } from '#run/sweeps/pointTheory.ts';
import {
  leadingVariance,
  mapDepths,
  mapWidths,
  varianceMeasured,
  varianceTheory,
  withinExact,
  withinMeasured,
} from '#run/sweeps/spreadSweep.ts';
import { type WalkRow, walkRows } from '#run/sweeps/sweepTable.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';
import type { SweepMoment } from '#ui/scale/sweepScene.ts';
import { type CurvePanel, logSpace, type MapPanel, oncePerPlan } from './panel.ts';
import { hrefOf, readoutText } from './readout.ts';

const mapWords = () => dictionary('scale').figures.map;
const budgetWords = () => dictionary('scale').figures.budget;

const rowsOf = ({ record }: SweepMoment) => walkRows(record.plan.points, record.measured);

/** Variances at the two ends of the map's shades. */
const lightVariance = 0.1;
const darkVariance = 1000;

const varianceShade = (variance: number) =>
  Math.max(0, Math.min(1, Math.log(variance / lightVariance) / Math.log(darkVariance / lightVariance)));

/** What a map shows of a cell. */
interface MapQuantity {
  readonly measured: (row: WalkRow) => Estimate | null;
  readonly theory: (row: WalkRow) => number | null;
  readonly shade: (value: number) => number;
}

export type MapQuantityName = keyof Dictionary['scale']['figures']['map']['quantity'];

const quantities: Readonly<Record<MapQuantityName, MapQuantity>> = {
  variance: { measured: varianceMeasured, theory: varianceTheory, shade: varianceShade },
  within: { measured: withinMeasured, theory: withinExact, shade: (share) => 1 - share },
};

const kindOf = oncePerPlan(({ experiment }) => theoryKind(experiment));

function cellOf(row: WalkRow, moment: SweepMoment, { measured, theory, shade }: MapQuantity): MapCell {
  const { depth, width } = row.point.settings;
  const estimate = measured(row);
  const exact = theory(row);
  const { walks, dead } = row.walked ?? { walks: 0, dead: 0 };
  const where = mapWords().where(depth, width);
  return {
    key: row.point.key,
    x: depth,
    y: width,
    field: exact === null ? null : shade(exact),
    plate: estimate && shade(estimate.value),
    text: estimate ? measuredText(estimate.value, estimate.error) : '',
    readout: readoutText({ where, measured: estimate, theory: exact, kind: kindOf(moment), walks, dead }),
    href: hrefOf(row.point),
  };
}

/** Depth over width is the same along these. */
const ratios = [0.1, 1, 10];

function contours(): MapLine[] {
  const [low, high] = [mapWidths[0] / Math.SQRT2, (mapWidths.at(-1) ?? 1) * Math.SQRT2];
  const [near, far] = [mapDepths[0] / 1.7, (mapDepths.at(-1) ?? 1) * 1.7];
  return ratios.map((ratio) => {
    const from = Math.max(near, low * ratio);
    const to = Math.min(far, high * ratio);
    return {
      points: [
        [from, from / ratio],
        [to, to / ratio],
      ],
      label: mapWords().contour(String(ratio)),
      dash: '6 4',
    };
  });
}

/** Var ln Z, or the share within a factor of 10, over depth x width. */
export const mapPanel =
  (name: MapQuantityName): MapPanel =>
  (moment) => ({
    xs: mapDepths,
    ys: mapWidths,
    cells: rowsOf(moment).map((row) => cellOf(row, moment, quantities[name])),
    lines: contours(),
    labels: {
      title: mapWords().quantity[name],
      xTitle: mapWords().x,
      yTitle: mapWords().y,
      ...mapWords().shades[name],
    },
  });

/** How many measured cells there are beside exact theory, and how many lie within two standard errors. */
export function mapAgreement(moment: SweepMoment) {
  const offs = rowsOf(moment).flatMap((row) => {
    const measured = row.walked?.done ? varianceMeasured(row) : null;
    return measured && measured.error > 0
      ? [Math.abs(measured.value - varianceTheory(row)) / measured.error]
      : [];
  });
  return {
    of: offs.length,
    within: offs.filter((off) => off <= 2).length,
    isExact: kindOf(moment) === 'exact',
  };
}

const theoryOfBudget = oncePerPlan((moment) => {
  const { experiment, record } = moment;
  const rows = walkRows(record.plan.points, new Map());
  const depths = rows.map(({ point }) => point.settings.depth);
  const [first = 1, last = 2] = [depths[0], depths.at(-1)];
  const exact = rows.map((row) => [row.point.settings.depth, varianceTheory(row)] as const);
  const leading = logSpace(first, last, 9).flatMap((depth) => {
    const variance = leadingVariance(experiment, depth);
    return variance === null ? [] : [[depth, variance] as const];
  });
  const within = rows.flatMap((row) => {
    const share = withinExact(row);
    return share === null ? [] : [[row.point.settings.depth, share] as const];
  });
  const variances = [...exact, ...leading].map(([, variance]) => variance);
  return {
    kind: theoryKind(experiment),
    depths,
    x: [first / 1.25, last * 1.25] as const,
    y: [0.6 * Math.min(...variances), 1.8 * Math.max(...variances)] as const,
    exact,
    leading,
    within,
  };
});

function budgetDots(moment: SweepMoment, name: MapQuantityName): SweepDot[] {
  const { measured, theory } = quantities[name];
  return rowsOf(moment).flatMap((row) => {
    const estimate = measured(row);
    if (!estimate || !row.walked) return [];
    const { walks, dead, done } = row.walked;
    const { depth, width } = row.point.settings;
    const where = mapWords().where(depth, width);
    const reading = { where, measured: estimate, theory: theory(row), kind: kindOf(moment), walks, dead };
    return [
      {
        key: row.point.key,
        x: depth,
        y: estimate.value,
        error: estimate.error,
        tone: 'measured',
        isUnfinished: !done,
        readout: readoutText(reading),
        href: hrefOf(row.point),
      },
    ];
  });
}

/** Var ln Z of a budget of parameters against the depth it is spent on. */
export const budgetPanel: CurvePanel = (moment) => {
  const { kind, depths, x, y, exact, leading } = theoryOfBudget(moment);
  return {
    title: budgetWords().title,
    x: { kind: 'log', domain: x, title: '', ticks: depths },
    y: { kind: 'log', domain: y, title: budgetWords().y },
    level: null,
    curves: [
      { points: exact, tone: 'ink', dash: '', label: budgetWords().theory[kind], labelAt: 0.75 },
      {
        points: leading,
        tone: 'soft',
        dash: '5 4',
        label: budgetWords().leading,
        labelAt: 0.5,
        labelBelow: true,
        labelAnchor: 'start',
      },
    ],
    marks: [],
    dots: budgetDots(moment, 'variance'),
  };
};

/** Share of networks within a factor of 10, on the same depths. */
export const budgetSharePanel: CurvePanel = (moment) => {
  const { kind, depths, x, within } = theoryOfBudget(moment);
  return {
    title: budgetWords().share,
    x: { kind: 'log', domain: x, title: budgetWords().x, ticks: depths },
    y: { kind: 'linear', domain: [0, 1.04], title: '', ticks: [0, 0.5, 1] },
    level: null,
    curves: [
      {
        points: within,
        tone: 'ink',
        dash: '',
        label: budgetWords().theory[kind],
        labelAt: 0.3,
        labelBelow: true,
      },
    ],
    marks: [],
    dots: budgetDots(moment, 'within'),
  };
};

/** The typical factor of the shallowest and the deepest network of a budget. */
export function budgetFacts(moment: SweepMoment) {
  const rows = rowsOf(moment);
  const factOf = (row: WalkRow | undefined) =>
    row && {
      depth: row.point.settings.depth,
      width: row.point.settings.width,
      factor: factorText(Math.sqrt(varianceTheory(row)) / 2),
    };
  return { shallow: factOf(rows[0]), deep: factOf(rows.at(-1)) };
}

export const coefficientText = (coefficient: number) => numberText(coefficient, 3).replace(/\.?0+$/, '');
