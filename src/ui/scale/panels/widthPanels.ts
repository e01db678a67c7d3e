import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { numberText, percentText } from '#plots/numberText.ts';
import type { SweepDot } from '#plots/sweepPlotData.ts';
import { theoryKind } from '#run/sweeps/pointTheory.ts';
import { walkRows } from '#run/sweeps/sweepTable.ts';
import { gainAtWidth, type WidthRow, widthRows } from '#run/sweeps/widthSweep.ts';
import type { SweepMoment } from '#ui/scale/sweepScene.ts';
import { type CurvePanel, logSpace, oncePerPlan } from './panel.ts';
import { hrefOf, readoutText } from './readout.ts';

const words = () => dictionary('scale').figures.width;

const curvePoints = 28;
/** Differences are drawn in proportion up to this share, logarithmically beyond. */
const squeezedPercent = 0.05;
const differenceTicks = [-10, -1, -0.1, 0, 0.1, 1, 10];

const theoryOfWidth = oncePerPlan(({ experiment, record }) => {
  const widths = widthRows(walkRows(record.plan.points, new Map())).map(({ width }) => width);
  const [first = 1] = widths;
  const last = widths.at(-1) ?? 2;
  const all = [...new Set([...widths, ...logSpace(first, last, curvePoints).map(Math.round)])].toSorted(
    (a, b) => a - b,
  );
  const curve = all.flatMap((width) => {
    const found = gainAtWidth(experiment, width);
    return found ? [{ width, ...found }] : [];
  });
  const gains = curve.flatMap(({ theory, paper }) => (paper === null ? [theory] : [theory, paper]));
  const [low, high] = [Math.min(...gains), Math.max(...gains)];
  return {
    x: [first / 1.2, last * 1.2] as const,
    y: [low - 0.08 * (high - low), high + 0.08 * (high - low)] as const,
    widths,
    curve,
    paper: curve.flatMap(({ width, theory, paper }) => (paper === null ? [] : [{ width, theory, paper }])),
    kind: theoryKind(experiment),
  };
});

const percentOff = (value: number, theory: number) => 100 * (value / theory - 1);

const kindOf = (moment: SweepMoment) => theoryOfWidth(moment).kind;

function dotsOf(
  moment: SweepMoment,
  place: (row: WidthRow, value: number, error: number) => { y: number; error: number },
): SweepDot[] {
  const { record } = moment;
  const rows = widthRows(walkRows(record.plan.points, record.measured));
  return rows.flatMap((row) => {
    const { measured, width, theory } = row;
    const [first] = row.rows;
    if (!measured || !first?.walked) return [];
    const { walks, dead } = first.walked;
    const reading = { measured, theory, kind: kindOf(moment), walks, dead };
    const where = words().where(width, first.point.settings.depth);
    return [
      {
        key: first.point.key,
        x: width,
        ...place(row, measured.value, measured.error),
        tone: 'measured',
        isUnfinished: !row.rows.every(({ walked }) => walked?.done),
        readout: readoutText({ where, ...reading }),
        href: hrefOf(first.point),
      },
    ];
  });
}

/** g* against N: exact, the paper's formula, measured. */
export const widthPanel: CurvePanel = (moment) => {
  const { x, y, widths, curve, paper, kind } = theoryOfWidth(moment);
  return {
    title: words().title,
    x: { kind: 'log', domain: x, title: '', ticks: widths },
    y: { kind: 'linear', domain: y, title: words().y },
    level: null,
    curves: [
      {
        points: curve.map(({ width, theory }) => [width, theory] as const),
        tone: 'ink',
        dash: '',
        label: words().theory[kind],
        labelAt: 0.25,
      },
      {
        points: paper.map((one) => [one.width, one.paper] as const),
        tone: 'soft',
        dash: '5 4',
        label: words().paper,
        labelAt: 0.12,
        labelBelow: true,
      },
    ],
    marks: [],
    dots: dotsOf(moment, (_, value, error) => ({ y: value, error })),
  };
};

/** The paper's formula and the measured g*, less theory's, in per cent. */
export const widthDifferencePanel: CurvePanel = (moment) => {
  const { x, widths, paper, kind } = theoryOfWidth(moment);
  return {
    title: words().difference[kind],
    x: { kind: 'log', domain: x, title: words().x, ticks: widths },
    y: {
      kind: 'squeezed',
      domain: [-12, 12],
      unit: squeezedPercent,
      title: words().percent,
      ticks: differenceTicks,
    },
    level: 0,
    curves: [
      {
        points: paper.map((one) => [one.width, percentOff(one.paper, one.theory)] as const),
        tone: 'soft',
        dash: '5 4',
        label: words().paper,
        labelAt: 0.9,
        labelBelow: true,
      },
    ],
    marks: [],
    dots: dotsOf(moment, ({ theory }, value, error) => ({
      y: percentOff(value, theory),
      error: (100 * error) / theory,
    })),
  };
};

/** The widths where theory is narrowest and widest, and where the paper is most and least off. */
export function widthFacts(moment: SweepMoment) {
  const { curve, paper, kind } = theoryOfWidth(moment);
  const offs = paper
    .map(({ width, theory, paper: value }) => ({ width, off: Math.abs(value / theory - 1) }))
    .toSorted((a, b) => b.off - a.off);
  return { kind, narrow: curve[0], wide: curve.at(-1), most: offs[0], least: offs.at(-1) };
}

/** A share as a percentage that keeps its first digits when it is small. */
export const finePercent = (share: number) =>
  share >= 0.001 ? percentText(share) : `${numberText(100 * share, 1)} %`;
