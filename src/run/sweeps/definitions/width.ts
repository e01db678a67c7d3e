import { effectiveSampling } from '#experiment/derived/effectiveSampling.ts';
import { oncePer } from '#experiment/derived/oncePer.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { largestGain } from '#experiment/schema/networkRows.ts';
import { type Asked, defineSweep, type FigureRules, type Scene } from '#run/sweeps/definition.ts';
import type { Place } from '#run/sweeps/figures/drawing.ts';
import { logSpace } from '#run/sweeps/figures/logSpace.ts';
import { digits, type Text } from '#run/sweeps/figures/phrase.ts';
import { quantityDots } from '#run/sweeps/figures/quantityDots.ts';
import { drift } from '#run/sweeps/measures/drift.ts';
import { gainAtWidth } from '#run/sweeps/measures/gainAtWidth.ts';
import { type DriftAtGain, zeroByPair } from '#run/sweeps/measures/measuredZero.ts';
import { theoryKind } from '#run/sweeps/pointTheory.ts';
import type { Column, Quantity } from '#run/sweeps/quantity.ts';
import { sweptExperiment, type WalkPoint, walkPoint } from '#run/sweeps/sweepPoint.ts';
import { quantityColumns, type WalkRow, walkColumns, walkRows } from '#run/sweeps/sweepTable.ts';
import { linkGain } from '#run/sweeps/sweptGains.ts';
import { walkReport } from '#run/sweeps/walkReport.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';
import { nonlinearities } from '#theory/nonlinearity.ts';

const widths = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];
/** Where the drift needs the whole depth, real matrices of wider layers take minutes. */
const widestFlow = 256;
/** Where the drift is no straight line, its zero is taken between two gains this far from theory's. */
const reach = 0.02;
/** Steps that a homogeneous network needs for an error bar of about a per mille. */
const enoughWeights = 1.2e7;

const isFree = (experiment: Experiment) => effectiveSampling(sweptExperiment(experiment)).sampler === 'free';

/** Homogeneous f has one drift at every depth: as many layers as leave half of the walks alive and cost little. */
function depthAt(experiment: Experiment, width: number): number {
  const { f, depth } = experiment;
  const living = f === 'relu' ? Math.floor(Math.LN2 / -Math.log1p(-(2 ** -width))) : depth;
  const affordable = isFree(experiment) ? depth : Math.round(enoughWeights / width ** 2);
  return Math.max(1, Math.min(depth, living, affordable));
}

/** One a width for homogeneous f, two for others. */
function points(experiment: Experiment, found: FoundGains): readonly WalkPoint[] {
  if (nonlinearities[experiment.f].homogeneous && experiment.bias === 0) {
    return widths.map((width, i) =>
      walkPoint(experiment, found, i, { width, depth: depthAt(experiment, width), gain: 'auto' }),
    );
  }
  return (
    widths
      .filter((width) => width <= widestFlow || isFree(experiment))
      // By mean field no gain stops the drift of the narrowest layers, or one that no link can hold.
      .flatMap((width) => {
        const best = gainAtWidth(experiment, width)?.theory ?? largestGain;
        return (1 + reach) * best < largestGain ? [{ width, best }] : [];
      })
      .flatMap(({ width, best }, i) => {
        // One seed for both: their errors move together, and the zero between them is the surer.
        return [1 - reach, 1 + reach].map((factor) =>
          walkPoint(experiment, found, i, { width, gain: linkGain(factor * best) }),
        );
      })
  );
}

/** What is known of g* at one width. */
interface WidthRow extends WalkRow {
  readonly width: number;
  /** The points that measure it; the row's own is the first. */
  readonly rows: readonly WalkRow[];
  readonly theory: number;
  readonly paper: number | null;
}

const known = oncePer((point: WalkPoint) => {
  const found = gainAtWidth(point.experiment, point.settings.width);
  if (!found) throw new Error('A point was made where no gain stops the drift.');
  return found;
});

/** g* at a point's width, for scripts, which print its drift at every gain. */
const gainColumns: readonly Column<WalkRow>[] = [
  ['gainTheory', ({ point }) => known(point).theory],
  ['gainPaper', ({ point }) => known(point).paper],
];

function fold(rows: readonly WalkRow[]): readonly WidthRow[] {
  const widthOf = ({ point }: WalkRow) => point.settings.width;
  return [...new Set(rows.map(widthOf))].flatMap((width) => {
    const own = rows.filter((row) => widthOf(row) === width);
    const [first] = own;
    return first ? [{ ...first, width, rows: own, ...known(first.point) }] : [];
  });
}

/** Where the drift at a width crosses zero. */
function measuredGain({ rows }: WidthRow): Estimate | null {
  const drifts = rows.flatMap((row): DriftAtGain[] => {
    const measured = drift.measured(row);
    return measured ? [{ logGain: Math.log(row.point.settings.gain), drift: measured }] : [];
  });
  const [first, second] = drifts;
  return first && drifts.length === rows.length ? zeroByPair(first, second ?? null) : null;
}

const bestGain: Quantity<WidthRow> = { name: 'gain', measured: measuredGain, theory: ({ theory }) => theory };

const curvePoints = 28;

function theory(asked: Asked) {
  const drawn = fold(walkRows(asked.points, new Map())).map(({ width }) => width);
  const [first = 1, last = 2] = [drawn[0], drawn.at(-1)];
  const all = new Set([...drawn, ...logSpace(first, last, curvePoints).map(Math.round)]);
  const curve = [...all]
    .toSorted((a, b) => a - b)
    .flatMap((width) => {
      const found = gainAtWidth(asked.experiment, width);
      return found ? [{ width, ...found }] : [];
    });
  const paper = curve.flatMap(({ width, theory: best, paper: value }) =>
    value === null ? [] : [{ width, value, off: value / best - 1 }],
  );
  const gains = [...curve.map(({ theory: best }) => best), ...paper.map(({ value }) => value)];
  const [low, high] = [Math.min(...gains), Math.max(...gains)];
  const x: Place = [first / 1.2, last * 1.2];
  const y: Place = [low - 0.08 * (high - low), high + 0.08 * (high - low)];
  return { widths: drawn, x, y, curve, paper };
}

type WidthTheory = ReturnType<typeof theory>;

const places = {
  x: ({ width }: WidthRow) => width,
  where: ({ width, point }: WidthRow) => ['where', { width, depth: point.settings.depth }] as const,
  isUnfinished: ({ rows }: WidthRow) => !rows.every(({ walked }) => walked?.done),
};

/** g* against N: by theory, by the paper's formula, measured. */
const gains: FigureRules<WidthRow, WidthTheory> = {
  kind: 'curves',
  name: 'main',
  titleKey: () => 'title',
  draw: ({ rows, kind, theory: { x, y, widths: ticks, curve, paper } }) => ({
    x: { kind: 'log', domain: x, titleKey: '', ticks },
    y: { kind: 'linear', domain: y, titleKey: 'y' },
    level: null,
    curves: [
      {
        kind: 'theory',
        points: curve.map(({ width, theory: best }) => [width, best]),
        name: [kind],
        nameAt: 0.25,
      },
      {
        kind: 'other',
        points: paper.map(({ width, value }) => [width, value]),
        name: ['paper'],
        nameAt: 0.12,
        nameBelow: true,
      },
    ],
    marks: [],
    dots: quantityDots(rows, bestGain, kind, places),
  }),
};

/** Differences are drawn in proportion up to this share, logarithmically beyond. */
const squeezedPercent = 0.05;
const differenceTicks = [-10, -1, -0.1, 0, 0.1, 1, 10];

/** The paper's formula and the measured g*, less theory's, in per cent. */
const differences: FigureRules<WidthRow, WidthTheory> = {
  kind: 'curves',
  name: 'companion',
  titleKey: (_, kind) => (kind === 'exact' ? 'differenceExact' : 'differenceFinite'),
  draw: ({ rows, kind, theory: { x, widths: ticks, paper } }) => ({
    x: { kind: 'log', domain: x, titleKey: 'x', ticks },
    y: {
      kind: 'squeezed',
      domain: [-12, 12],
      unit: squeezedPercent,
      titleKey: 'percent',
      ticks: differenceTicks,
    },
    level: 0,
    curves: [
      {
        kind: 'other',
        points: paper.map(({ width, off }) => [width, 100 * off]),
        name: ['paper'],
        nameAt: 0.9,
        nameBelow: true,
      },
    ],
    marks: [],
    dots: quantityDots(rows, bestGain, kind, {
      ...places,
      drawn: ({ value, error }, { theory: best }) => ({
        value: 100 * (value / best - 1),
        error: (100 * error) / best,
      }),
    }),
  }),
};

function outcome({ theory: { curve, paper }, kind }: Scene<WidthRow, WidthTheory>): Text {
  const [narrow, wide] = [curve[0], curve.at(-1)];
  if (!narrow || !wide) return [];
  const offs = paper.toSorted((a, b) => Math.abs(b.off) - Math.abs(a.off));
  const [most, least] = [offs[0], offs.at(-1)];
  const finePercent = (value: number) => ({ as: 'finePercent', value: Math.abs(value) }) as const;
  const ends = {
    narrow: digits(narrow.theory, 5),
    narrowN: narrow.width,
    wide: digits(wide.theory, 5),
    wideN: wide.width,
  };
  const said: Text = [[kind === 'exact' ? 'outcomeExact' : 'outcomeFinite', ends]];
  if (!most || !least) return said;
  const { width: mostN } = most;
  const { width: leastN } = least;
  const values = { most: finePercent(most.off), mostN, least: finePercent(least.off), leastN };
  return [...said, ['paperOff', values]];
}

/** g* against width. */
export const width = defineSweep<WidthRow, WidthTheory>({
  controls: ['depth', 'f', 'weights', 'walks', 'sampler', 'input', 'bias'],
  layout: 'stacked',
  points,
  fold: (asked, measured) => fold(walkRows(asked.points, measured)),
  kind: theoryKind,
  columns: () => [
    ['width', places.x],
    ...walkColumns,
    ...quantityColumns(bestGain),
    ['gainPaper', ({ paper }) => paper],
  ],
  theory,
  figures: [gains, differences],
  outcome,
  report: ({ points: asked }) =>
    walkReport(asked, walkRows(asked, new Map()), ({ point }) => point.settings.depth, [drift], gainColumns),
});
