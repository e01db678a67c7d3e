import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import {
  type Asked,
  defineSweep,
  type FigureRules,
  type Measured,
  type Scene,
} from '#run/sweeps/definition.ts';
import type { DrawnAxis, DrawnCurve, DrawnDot } from '#run/sweeps/figures/drawing.ts';
import { digits, percent, type Text } from '#run/sweeps/figures/phrase.ts';
import { quantityDots } from '#run/sweeps/figures/quantityDots.ts';
import { meanEstimate, varianceEstimate } from '#run/sweeps/measures/estimates.ts';
import { ownGain, squareExperiment, squareWidth, widthsTheory } from '#run/sweeps/measures/ownWidths.ts';
import { stepVariance } from '#run/sweeps/measures/stepVariance.ts';
import type { TheoryKind } from '#run/sweeps/pointTheory.ts';
import type { Quantity } from '#run/sweeps/quantity.ts';
import { type WalkPoint, walkPoint } from '#run/sweeps/sweepPoint.ts';
import { quantityColumns, type WalkRow, walkColumns, walkRows } from '#run/sweeps/sweepTable.ts';
import { walkReport } from '#run/sweeps/walkReport.ts';
import type { UnequalTheory } from '#theory/unequalWidths.ts';

/** A network of widths of one's own, walked layer by layer: one point. */
function points(experiment: Experiment, found: FoundGains): readonly WalkPoint[] {
  const { widths: own, scaling } = experiment;
  const settings = { widths: own, scaling, gain: ownGain(experiment, found) };
  return [walkPoint(squareExperiment(experiment), found, 0, {}, { settings, keepsWalks: true })];
}

/** One step of the walk, landing in `width` units, k layers back from the output. */
interface StepRow extends WalkRow {
  readonly layer: number;
  readonly width: number;
  /** Of the whole walk; null where none holds. */
  readonly theory: UnequalTheory | null;
}

/** From the output back. */
function fold({ experiment, found, points: asked }: Asked, measured: Measured): readonly StepRow[] {
  const theory = widthsTheory(experiment, found);
  const landed = experiment.widths.slice(0, -1).toReversed();
  return walkRows(asked, measured).flatMap((row) =>
    landed.map((width, i) => ({ ...row, layer: i + 1, width, theory })),
  );
}

const mean: Quantity<StepRow, 'mean'> = {
  name: 'mean',
  measured: ({ walked, layer }) => walked && meanEstimate(walked, layer),
  theory: ({ theory, layer }) => theory?.mean[layer] ?? null,
};
const variance: Quantity<StepRow, 'variance'> = {
  name: 'variance',
  measured: ({ walked, layer }) => walked && varianceEstimate(walked, layer),
  theory: ({ theory, layer }) => theory?.variance[layer] ?? null,
};
const step: Quantity<StepRow> = {
  name: 'step',
  measured: ({ walked, layer }) => walked && stepVariance(walked, layer),
  theory: ({ theory, layer }) => theory?.steps[layer - 1]?.variance ?? null,
};

/** Share of the whole variance that a step brings, what it has in common with the steps before it included, by theory. */
const shareOf = ({ theory, layer }: StepRow) =>
  theory &&
  ((theory.variance[layer] ?? 0) - (theory.variance[layer - 1] ?? 0)) / (theory.variance.at(-1) ?? 1);

/** The steps into the narrowest layers, and the share of the variance that they make. */
interface Bottleneck {
  readonly width: number;
  readonly layers: readonly number[];
  readonly share: number | null;
}

function bottleneck(asked: Asked): Bottleneck {
  const rows = fold(asked, new Map());
  const width = Math.min(...rows.map((row) => row.width));
  const steps = rows.filter((row) => row.width === width);
  const shares = steps.map(shareOf);
  const share = shares.includes(null) ? null : shares.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return { width, layers: steps.map(({ layer }) => layer), share };
}

/** Beyond this many layers their widths do not fit under the axis. */
const mostNamed = 24;

function stepsAxis(rows: readonly StepRow[]): DrawnAxis {
  const stride = Math.ceil(rows.length / mostNamed);
  const named = rows.filter(({ layer }) => layer % stride === 0);
  return {
    kind: 'linear',
    domain: [0, rows.length + 0.5],
    titleKey: 'x',
    ticks: named.map(({ layer }) => layer),
    tickNames: named.map(({ width }) => String(width)),
  };
}

/** An axis that holds theory, or what is measured where there is none. */
function sizeAxis(
  theory: readonly (number | null)[],
  dots: readonly DrawnDot[],
  titleKey: string,
): DrawnAxis {
  const exact = theory.filter((value) => value !== null);
  const needed = exact.length > 0 ? exact : dots.map(({ y, error }) => y + error);
  return { kind: 'linear', domain: [0, 1.2 * Math.max(1e-6, ...needed)], titleKey };
}

const dotsOf = (rows: readonly StepRow[], quantity: Quantity<StepRow>, kind: TheoryKind) =>
  quantityDots(rows, quantity, kind, {
    x: ({ layer }) => layer,
    where: ({ layer, width }) => ['where', { layer, width }],
    part: ({ layer }) => String(layer),
  });

/** Var ln Z along the network, the bottleneck marked. */
const along: FigureRules<StepRow, Bottleneck> = {
  kind: 'curves',
  name: 'main',
  titleKey: () => 'title',
  draw({ rows, kind, theory: { width, layers, share } }) {
    const variances = rows.map(variance.theory);
    const dots = dotsOf(rows, variance, kind);
    const known = variances.flatMap((value, i) => (value === null ? [] : [[i + 1, value] as const]));
    const curve: DrawnCurve = {
      kind: 'theory',
      points: [[0, 0], ...known],
      name: [kind],
      nameAt: 0.6,
      nameBelow: true,
      nameAnchor: 'start',
    };
    const [first] = layers;
    const isMarked = first !== undefined && share !== null;
    return {
      x: stepsAxis(rows),
      y: sizeAxis(variances, dots, 'y'),
      level: null,
      curves: known.length === 0 ? [] : [curve],
      marks: isMarked
        ? [{ x: first, names: [['bottleneck', { width, share: percent(share) }]], tone: 'exploded' }]
        : [],
      dots,
    };
  },
};

/** The variance of every single step: theory as bars, measured on them. */
const steps: FigureRules<StepRow, Bottleneck> = {
  kind: 'curves',
  name: 'companion',
  titleKey: () => 'steps',
  draw({ rows, kind, theory: { layers } }) {
    const variances = rows.map(step.theory);
    const dots = dotsOf(rows, step, kind);
    return {
      x: stepsAxis(rows),
      y: sizeAxis(variances, dots, 'stepY'),
      level: null,
      curves: variances.flatMap((value, i): DrawnCurve[] => {
        const layer = i + 1;
        const kind = layers.includes(layer) ? 'markedBar' : 'bar';
        if (value === null) return [];
        const bar = [
          [layer, 0],
          [layer, value],
        ] as const;
        return [{ kind, points: bar, name: null, nameAt: 1 }];
      }),
      marks: [],
      dots,
    };
  },
};

function outcome({
  experiment,
  found,
  rows,
  kind,
  theory: { width, share },
}: Scene<StepRow, Bottleneck>): Text {
  const last = rows.at(-1);
  const measured = last ? variance.measured(last) : null;
  const whole = last ? variance.theory(last) : null;
  const gain = digits(ownGain(experiment, found), 5);
  const known: Text =
    whole === null || share === null
      ? [['outcomePlain', { gain }]]
      : [
          ['outcome', { gain, variance: digits(whole, 4) }],
          [kind],
          ['made', { width, share: percent(share) }],
        ];
  return [
    ...known,
    ...(measured ? [['measured', { variance: { as: 'measured', ...measured } }] as const] : []),
    ['square', { width: squareWidth(experiment) }],
  ];
}

/** A network of widths of one's own. */
export const widths = defineSweep<StepRow, Bottleneck>({
  controls: ['widths', 'f', 'gain', 'scaling', 'walks', 'input', 'bias'],
  layout: 'stacked',
  points,
  fold,
  kind: ({ experiment, found }) => widthsTheory(experiment, found)?.kind ?? 'order-1/N',
  columns: () => [
    ['layer', ({ layer }) => layer],
    ['width', ({ width }) => width],
    ...walkColumns,
    ...quantityColumns(mean),
    ...quantityColumns(variance),
    ['share', shareOf],
  ],
  theory: bottleneck,
  figures: [along, steps],
  outcome,
  report: (asked) => {
    const facts = [['share', shareOf]] as const;
    return walkReport(asked.points, fold(asked, new Map()), ({ layer }) => layer, [mean, variance], facts);
  },
});
