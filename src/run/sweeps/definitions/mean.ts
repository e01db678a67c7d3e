import { pathLimit } from '#engine/walk/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { type Asked, defineSweep, type FigureRules, type Scene } from '#run/sweeps/definition.ts';
import type { DrawnAxis, DrawnCurve, DrawnDot, Place } from '#run/sweeps/figures/drawing.ts';
import { digits, type Text } from '#run/sweeps/figures/phrase.ts';
import { meanEstimate } from '#run/sweeps/measures/estimates.ts';
import { meanTheory } from '#run/sweeps/measures/meanTheory.ts';
import { logSampleMean, measuredMedian, runningLogMean } from '#run/sweeps/measures/sampleMean.ts';
import { theoryKind } from '#run/sweeps/pointTheory.ts';
import type { Quantity } from '#run/sweeps/quantity.ts';
import { type WalkPoint, walkPoint } from '#run/sweeps/sweepPoint.ts';
import { quantityColumns, type WalkRow, walkColumns, walkRows } from '#run/sweeps/sweepTable.ts';
import { walkReport } from '#run/sweeps/walkReport.ts';

/** He's gain and g*, single walks kept. */
function points(experiment: Experiment, found: FoundGains): readonly WalkPoint[] {
  return (['he', 'auto'] as const).map((gain, i) =>
    walkPoint(experiment, found, i, { gain }, { keepsWalks: true }),
  );
}

type Rule = 'he' | 'best';

/** The rule whose gain a point has; begins the keys of its words. */
const ruleOf = ({ point }: WalkRow): Rule => (point.experiment.gain === 'he' ? 'he' : 'best');

/** A layer of a gain. */
interface MeanRow extends WalkRow {
  readonly layer: number;
  /** Its place among the layers that theory is worked out for. */
  readonly index: number;
}

const fold = (rows: readonly WalkRow[]): readonly MeanRow[] =>
  rows.flatMap((row) => meanTheory(row.point).layers.map((layer, index) => ({ ...row, layer, index })));

const typical: Quantity<MeanRow, 'mean'> = {
  name: 'mean',
  measured: ({ walked, layer }) => walked && meanEstimate(walked, layer),
  theory: ({ point, index }) => meanTheory(point).typical[index] ?? null,
};
const median = {
  name: 'median',
  theory: ({ point, index }: MeanRow) => meanTheory(point).logMedian?.[index] ?? null,
} as const;
const logMeanOfZ = {
  name: 'logMeanOfZ',
  theory: ({ point, index }: MeanRow) => meanTheory(point).logMean?.[index] ?? null,
} as const;

/** A logarithm of Z as a power of ten. */
const decades = (lnZ: number) => lnZ / Math.LN10;

/** The axis of Z, in powers of ten. */
function theory({ points: asked }: Asked): { readonly y: DrawnAxis } {
  const values = walkRows(asked, new Map()).flatMap(({ point }) => {
    const { logMean, typical, logMedian } = meanTheory(point);
    return [...(logMean ?? []), ...typical, ...(logMedian ?? [])].map(decades);
  });
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = Math.max(0.5, 0.12 * (highest - lowest));
  const [low, high] = [Math.floor(lowest - room), Math.ceil(highest + room)];
  const step = Math.max(1, Math.ceil((high - low) / 7));
  const first = Math.ceil(low / step);
  const ticks = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => (first + i) * step);
  return { y: { kind: 'linear', domain: [low, high], titleKey: 'y', ticks, tickNames: 'powers' } };
}

type MeanScene = Scene<MeanRow, ReturnType<typeof theory>>;

const gainRows = ({ rows }: MeanScene): readonly WalkRow[] => rows.filter(({ index }) => index === 0);

/** Theory's three curves of one gain. */
function curvesOf(row: WalkRow): DrawnCurve[] {
  const { layers, logMean, typical, logMedian } = meanTheory(row.point);
  const rule = ruleOf(row);
  const along = (series: readonly number[] | null) =>
    (series ?? []).map((value, i): Place => [layers[i] ?? 0, decades(value)]);
  const isBest = rule === 'best';
  return [
    { kind: 'theory', points: along(logMean), name: [`${rule}Mean`], nameAt: isBest ? 0.9 : 0.97 },
    {
      kind: 'typical',
      points: along(typical),
      name: [`${rule}Typical`],
      nameAt: isBest ? 0.5 : 0.75,
      nameBelow: !isBest,
      nameAnchor: 'end',
    },
    { kind: 'median', points: along(logMedian), name: null, nameAt: 0.5 },
  ];
}

/** The sample means of Z over the first walks, at every drawn layer. */
function sampleCurve(row: WalkRow): DrawnCurve[] {
  const { point, walked } = row;
  if (!walked || walked.pathCount === 0) return [];
  const along = meanTheory(point).layers.flatMap((layer): Place[] => {
    const sample = logSampleMean(walked, layer);
    return sample === null ? [] : [[layer, decades(sample)]];
  });
  const walks = { as: 'count', value: walked.pathCount } as const;
  return [
    {
      kind: 'sample',
      points: along,
      name: ruleOf(row) === 'best' ? ['sample', { walks }] : null,
      nameAt: 0.7,
      nameBelow: true,
      nameAnchor: 'start',
    },
  ];
}

const power = (lnZ: number) => ({ as: 'power', value: lnZ }) as const;

function dotOf(row: MeanRow): DrawnDot[] {
  const { point, walked, layer } = row;
  const found = typical.measured(row);
  if (!walked || !found || layer === 0) return [];
  const lnMedian = measuredMedian(walked, layer);
  const sample = logSampleMean(walked, layer);
  const values = {
    layer,
    mean: { as: 'measured', ...found },
    theory: digits(typical.theory(row) ?? 0, 4),
    median: lnMedian === null ? null : digits(lnMedian, 3),
    sample: sample === null ? null : power(sample),
  } as const;
  const rule = ruleOf(row);
  return [
    {
      point,
      part: String(layer),
      x: layer,
      y: decades(found.value),
      error: decades(found.error),
      isRing: rule === 'he',
      isUnfinished: !walked.done,
      reading: { says: [[`${rule}Reading`, values]] },
    },
  ];
}

/** Mean, median and typical value of Z against depth, for both gains. */
const alongDepth: FigureRules<MeanRow, ReturnType<typeof theory>> = {
  kind: 'curves',
  name: 'main',
  titleKey: () => 'title',
  draw(scene) {
    const gains = gainRows(scene);
    return {
      x: { kind: 'linear', domain: [0, scene.experiment.depth], titleKey: 'x' },
      y: scene.theory.y,
      level: 0,
      curves: [...gains.flatMap(curvesOf), ...gains.flatMap(sampleCurve)],
      marks: [],
      dots: scene.rows.flatMap(dotOf),
    };
  },
};

/** The sample mean of Z at the last layer as walks come in, beside the mean by theory. */
const asWalksComeIn: FigureRules<MeanRow, ReturnType<typeof theory>> = {
  kind: 'curves',
  name: 'companion',
  titleKey: () => 'running',
  draw(scene) {
    const gains = gainRows(scene);
    const most = Math.max(2, ...gains.map(({ point }) => point.settings.walks));
    const curves = gains.flatMap((row): DrawnCurve[] => {
      const rule = ruleOf(row);
      const level = meanTheory(row.point).logMean?.at(-1);
      const along = (level === undefined ? [] : [1, most]).map(
        (walks): Place => [walks, decades(level ?? 0)],
      );
      const running = row.walked ? runningLogMean(row.walked) : [];
      const sampled = running.map(([walks, lnZ]): Place => [walks, decades(lnZ)]);
      const exact: DrawnCurve = { kind: 'theory', points: along, name: [`${rule}RunningMean`], nameAt: 1 };
      const name = [`${rule}RunningSample`] as const;
      return [
        ...(level === undefined ? [] : [exact]),
        { kind: 'sample', points: sampled, name, nameAt: 1, nameBelow: true },
      ];
    });
    const x: DrawnAxis = { kind: 'log', domain: [1, most], titleKey: 'walks' };
    return { x, y: scene.theory.y, level: null, curves, marks: [], dots: [] };
  },
};

function outcome(scene: MeanScene): Text {
  const gains = gainRows(scene).map((row) => ({
    theory: meanTheory(row.point),
    sample: row.walked ? (runningLogMean(row.walked).at(-1)?.[1] ?? null) : null,
    walks: row.walked?.walks ?? 0,
  }));
  const [he, best] = gains;
  const typical = power(he?.theory.typical.at(-1) ?? 0);
  const [heMean, bestMean] = [he?.theory.logMean?.at(-1), best?.theory.logMean?.at(-1)];
  if (!he || !best || heMean === undefined || bestMean === undefined) return [['typicalOnly', { typical }]];
  const known: Text = [
    ['outcome', { mean: power(heMean), typical }],
    ['outcomeBest', { mean: power(bestMean) }],
  ];
  if (he.sample === null || best.sample === null) return known;
  const walks = { as: 'count', value: best.walks } as const;
  return [...known, ['outcomeSample', { walks, he: power(he.sample), best: power(best.sample) }]];
}

/** Mean against typical. */
export const mean = defineSweep<MeanRow, ReturnType<typeof theory>>({
  controls: ['depth', 'width', 'f', 'weights', 'walks', 'sampler'],
  layout: 'beside',
  points,
  fold: (asked, measured) => fold(walkRows(asked.points, measured)),
  kind: theoryKind,
  columns: () => [
    ['gain', ({ point }) => point.settings.gain],
    ['layer', ({ layer }) => layer],
    ...walkColumns,
    ...quantityColumns(typical),
    ['median', ({ walked, layer }) => walked && measuredMedian(walked, layer)],
    ['medianTheory', median.theory],
    ['medianWalks', ({ walked }) => Math.min(pathLimit, walked?.pathCount ?? 0)],
    ['logMeanOfZ', ({ walked, layer }) => walked && logSampleMean(walked, layer)],
    ['logMeanOfZTheory', logMeanOfZ.theory],
  ],
  theory,
  figures: [alongDepth, asWalksComeIn],
  outcome,
  report: ({ points: asked }) =>
    walkReport(asked, fold(walkRows(asked, new Map())), ({ layer }) => layer, [typical, median, logMeanOfZ]),
});
