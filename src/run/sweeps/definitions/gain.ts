import { driftAt, driftCurve, driftSetting } from '#experiment/derived/driftCurve.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { largestGain } from '#experiment/schema/networkRows.ts';
import { type Asked, defineSweep, type FigureRules, type Scene } from '#run/sweeps/definition.ts';
import type { DrawnMark, Place } from '#run/sweeps/figures/drawing.ts';
import { logSpace } from '#run/sweeps/figures/logSpace.ts';
import { digits, type Text } from '#run/sweeps/figures/phrase.ts';
import { quantityDots } from '#run/sweeps/figures/quantityDots.ts';
import { drift } from '#run/sweeps/measures/drift.ts';
import { measuredZero } from '#run/sweeps/measures/measuredZero.ts';
import { theoryKind } from '#run/sweeps/pointTheory.ts';
import { sweptExperiment, type WalkPoint, walkPoint } from '#run/sweeps/sweepPoint.ts';
import { quantityColumns, type WalkRow, walkColumns, walkRows } from '#run/sweeps/sweepTable.ts';
import { centreGain, linkGain, sweptGains } from '#run/sweeps/sweptGains.ts';
import { walkReport } from '#run/sweeps/walkReport.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';

/** Gains over the best one near it, where the drift crosses zero. */
const near = [0.97, 0.98, 0.99, 0.995, 1, 1.005, 1.01, 1.02, 1.03];
const above = [1.25, 1.6, 2];
const stepsBelow = 6;

/** From the slip "variance read as a deviation" to twice g*, rising. */
function points(experiment: Experiment, found: FoundGains): readonly WalkPoint[] {
  const { wrong } = sweptGains(experiment, found);
  const best = centreGain(experiment, found, Math.max(...above));
  const lowest = Math.min(wrong.value, 0.5 * best);
  const gains = [
    ...logSpace(lowest, 0.9 * best, stepsBelow),
    ...[...near, ...above].map((factor) => factor * best),
  ];
  return [...new Set(gains.map(linkGain))].map((gain, i) => walkPoint(experiment, found, i, { gain }));
}

const gainOf = ({ point }: WalkRow) => point.settings.gain;

/** Gains this near to g* stand behind its measured value: there the drift is straight in ln g. */
const nearby = 0.05;

/** Where the measured drift crosses zero, near theory's g*. */
function zeroOf(rows: readonly WalkRow[], best: number): Estimate | null {
  const centre = Math.log(best);
  const drifts = rows.flatMap((row) => {
    const measured = drift.measured(row);
    const logGain = Math.log(gainOf(row));
    const isUsed = measured && measured.error > 0 && Math.abs(logGain - centre) <= nearby;
    return isUsed ? [{ logGain, drift: measured }] : [];
  });
  return measuredZero(drifts, centre);
}

/** Names at their gains; rules that come to the same gain share a mark. */
function marksOf({ experiment, found }: Asked): DrawnMark[] {
  const gains = sweptGains(experiment, found);
  const names = (['auto', 'paper', 'he', 'lecun', 'wrong'] as const).filter(
    (name) => !gains[name].unavailable,
  );
  const marks: { x: number; names: string[] }[] = [];
  for (const name of names) {
    const x = gains[name].value;
    const same = marks.find((mark) => Math.abs(Math.log(mark.x / x)) < 1e-6);
    if (same) same.names.push(name);
    else marks.push({ x, names: [name] });
  }
  return marks.map((mark, i) => ({
    x: mark.x,
    names: mark.names.map((name) => [name] as const),
    tone: i === 0 ? 'ink' : 'soft',
  }));
}

/** The magnified part: gains within this share of g*. */
const lens = 1.04;
const curvePoints = 81;

interface GainCurve {
  readonly domain: Place;
  readonly curve: readonly Place[];
}

function theory(asked: Asked) {
  const { experiment, found, points: all } = asked;
  const swept = sweptExperiment(experiment);
  const curve = (low: number, high: number): GainCurve => {
    const at = logSpace(low, high, curvePoints);
    const drifts = driftCurve(driftSetting(swept), at);
    return { domain: [low, high], curve: at.map((gain, i) => [gain, drifts[i] ?? 0]) };
  };
  const gains = all.map(({ settings }) => settings.gain);
  const { auto, he, wrong } = sweptGains(experiment, found);
  const best = Math.min(auto.value, largestGain / lens);
  /** ln of the factor that the typical norm comes to at a gain. */
  const normAt = (gain: number) => (experiment.depth * driftAt(swept, gain)) / 2;
  return {
    wide: curve(0.85 * Math.min(...gains), 1.1 * Math.max(...gains)),
    narrow: curve(best / lens, best * lens),
    marks: marksOf(asked),
    best: auto,
    he: normAt(he.value),
    wrong: normAt(wrong.value),
  };
}

type GainTheory = ReturnType<typeof theory>;

/** Room above and below a curve. */
function endsOf(curve: readonly Place[]): Place {
  const drifts = curve.map(([, y]) => y);
  const [low, high] = [Math.min(...drifts), Math.max(...drifts)];
  const room = 0.08 * (high - low);
  return [low - room, high + room];
}

function figure(
  part: 'wide' | 'narrow',
  name: 'main' | 'companion',
  nameAt: number,
): FigureRules<WalkRow, GainTheory> {
  return {
    kind: 'curves',
    name,
    titleKey: () => part,
    draw({ rows, theory: known, kind }) {
      const { domain, curve } = known[part];
      const isInside = (gain: number) => gain >= domain[0] && gain <= domain[1];
      const inside = rows.filter((row) => isInside(gainOf(row)));
      return {
        x: { kind: 'log', domain, titleKey: 'x' },
        y: { kind: 'linear', domain: endsOf(curve), titleKey: 'y' },
        level: 0,
        curves: [
          { kind: 'theory', points: curve, name: [kind], nameAt, nameBelow: true, nameAnchor: 'start' },
        ],
        marks: known.marks.filter(({ x }) => isInside(x)),
        dots: quantityDots(inside, drift, kind, {
          x: gainOf,
          where: (row) => ['where', { gain: digits(gainOf(row), 4) }],
        }),
      };
    },
  };
}

const bestBy = {
  exact: 'bestExact',
  'order-1/N': 'bestOrderOne',
  'two-number': 'bestTwoNumber',
  sampled: 'bestSampled',
  approximate: 'bestMeanField',
  formula: 'bestMeanField',
} as const;

function outcome(scene: Scene<WalkRow, GainTheory>): Text {
  const { best, he, wrong } = scene.theory;
  const zero = zeroOf(scene.rows, best.value);
  return [
    [bestBy[best.kind], { gain: digits(best.value, 5) }],
    ...(zero ? [['bestMeasured', { gain: { as: 'measured', ...zero } }] as const] : []),
    ['heNorm', { factor: { as: 'factor', value: he } }],
    ['wrongNorm', { factor: { as: 'factor', value: wrong } }],
  ];
}

/** Drift of ln Z a layer against gain. */
export const gain = defineSweep<WalkRow, GainTheory>({
  controls: ['depth', 'width', 'f', 'weights', 'walks', 'sampler', 'input', 'bias'],
  layout: 'beside',
  points,
  fold: (asked, measured) => walkRows(asked.points, measured),
  kind: theoryKind,
  columns: () => [['gain', gainOf], ...walkColumns, ...quantityColumns(drift)],
  theory,
  figures: [figure('wide', 'main', 0.3), figure('narrow', 'companion', 0.85)],
  outcome,
  report: ({ points: asked }) =>
    walkReport(asked, walkRows(asked, new Map()), ({ point }) => point.settings.depth, [drift]),
});
