import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { factorText, measuredText, numberText, superscript } from '#plots/numberText.ts';
import type { SweepCurve, SweepDot } from '#plots/sweepPlotData.ts';
import { meanEstimate } from '#run/sweeps/estimates.ts';
import {
  logSampleMean,
  type MeanRule,
  meanTheory,
  measuredMedian,
  ruleOf,
  runningLogMean,
} from '#run/sweeps/meanSweep.ts';
import { theoryKind } from '#run/sweeps/pointTheory.ts';
import { type WalkRow, walkRows } from '#run/sweeps/sweepTable.ts';
import type { SweepMoment } from '#ui/scale/sweepScene.ts';
import { countText } from '#ui/text/countText.ts';
import { type CurvePanel, oncePerPlan } from './panel.ts';
import { hrefOf } from './readout.ts';

const words = () => dictionary('scale').figures.mean;

const rowsOf = ({ record }: SweepMoment) => walkRows(record.plan.points, record.measured);

/** A logarithm of Z as a power of ten. */
const decades = (lnZ: number) => lnZ / Math.LN10;

export const powerText = (decade: number) => (Math.abs(decade) < 0.005 ? '1' : decadeText(decade));

/** Small powers as plain numbers, large ones as powers. */
const decadeText = (decade: number) =>
  Math.abs(decade) < 3 ? numberText(10 ** decade, 2) : factorText(decade * Math.LN10);

const tickText = (decade: number) => (decade === 0 ? '1' : `10${superscript(decade)}`);

const theoryOfMean = oncePerPlan(({ experiment, record }) => {
  const points = walkRows(record.plan.points, new Map()).map(({ point }) => point);
  const values = points.flatMap((point) => {
    const { logMean, typical, logMedian } = meanTheory(point);
    return [...(logMean ?? []), ...typical, ...(logMedian ?? [])].map(decades);
  });
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = Math.max(0.5, 0.12 * (high - low));
  return {
    kind: theoryKind(experiment),
    domain: [Math.floor(low - room), Math.ceil(high + room)] as const,
  };
});

/** Whole powers of ten, about six. */
function decadeTicks([low, high]: readonly [number, number]): number[] {
  const step = Math.max(1, Math.ceil((high - low) / 7));
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => (first + i) * step);
}

const axis = (domain: readonly [number, number], title: string) =>
  ({ kind: 'linear', domain, title, ticks: decadeTicks(domain), tickText }) as const;

/** Theory's three curves of one gain. */
function curvesOf(row: WalkRow): SweepCurve[] {
  const { layers, logMean, typical, logMedian } = meanTheory(row.point);
  const rule = ruleOf(row);
  const along = (series: readonly number[] | null) =>
    (series ?? []).map((value, i) => [layers[i] ?? 0, decades(value)] as const);
  const names = words().curves[rule];
  const isBest = rule === 'auto';
  return [
    { points: along(logMean), tone: 'ink', dash: '', label: names.mean, labelAt: isBest ? 0.9 : 0.97 },
    {
      points: along(typical),
      tone: 'ink',
      dash: '5 4',
      label: names.typical,
      labelAt: isBest ? 0.5 : 0.75,
      labelBelow: !isBest,
      labelAnchor: 'end',
    },
    { points: along(logMedian), tone: 'soft', dash: '1.5 3', label: '', labelAt: 0.5 },
  ];
}

function dotsOf(row: WalkRow): SweepDot[] {
  const { point, walked } = row;
  if (!walked || walked.walks === 0) return [];
  const rule = ruleOf(row);
  const { layers, typical } = meanTheory(point);
  return layers.flatMap((layer, i) => {
    const mean = meanEstimate(walked, layer);
    if (!mean || layer === 0) return [];
    const median = measuredMedian(walked, layer);
    const sample = logSampleMean(walked, layer);
    const readout = words().readout({
      rule: words().rules[rule],
      layer,
      mean: measuredText(mean.value, mean.error),
      theory: numberText(typical[i] ?? 0, 4),
      median: median === null ? '' : numberText(median, 3),
      sample: sample === null ? '' : powerText(decades(sample)),
    });
    return [
      {
        key: `${point.key} ${layer}`,
        x: layer,
        y: decades(mean.value),
        error: decades(mean.error),
        tone: 'measured',
        isRing: rule === 'he',
        isUnfinished: !walked.done,
        readout,
        href: hrefOf(point),
      },
    ];
  });
}

/** The sample means of Z over the first walks, at every drawn layer. */
function sampleCurve(row: WalkRow): SweepCurve[] {
  const { point, walked } = row;
  if (!walked || walked.pathCount === 0) return [];
  const points = meanTheory(point).layers.flatMap((layer) => {
    const sample = logSampleMean(walked, layer);
    return sample === null ? [] : [[layer, decades(sample)] as const];
  });
  const label = ruleOf(row) === 'auto' ? words().sample(countText(walked.pathCount)) : '';
  return [
    {
      points,
      tone: 'measured',
      dash: '',
      label,
      labelAt: 0.7,
      labelBelow: true,
      labelAnchor: 'start',
    },
  ];
}

/** Mean, median and typical value of Z against depth, for He's gain and g*. */
export const meanPanel: CurvePanel = (moment) => {
  const { domain } = theoryOfMean(moment);
  const rows = rowsOf(moment);
  return {
    title: words().title,
    x: { kind: 'linear', domain: [0, moment.experiment.depth], title: words().x },
    y: axis(domain, words().y),
    level: 0,
    curves: [...rows.flatMap(curvesOf), ...rows.flatMap(sampleCurve)],
    marks: [],
    dots: rows.flatMap(dotsOf),
  };
};

/** The sample mean of Z at the last layer as walks come in, beside the mean by theory. */
export const runningMeanPanel: CurvePanel = (moment) => {
  const { domain } = theoryOfMean(moment);
  const rows = rowsOf(moment);
  const most = Math.max(2, ...rows.map(({ point }) => point.settings.walks));
  const curves = rows.flatMap((row): SweepCurve[] => {
    const { walked, point } = row;
    const rule = ruleOf(row);
    const level = meanTheory(point).logMean?.at(-1);
    const names = words().running[rule];
    const exact: SweepCurve[] =
      level === undefined
        ? []
        : [
            {
              points: [
                [1, decades(level)],
                [most, decades(level)],
              ],
              tone: 'ink',
              dash: '',
              label: names.exact,
              labelAt: 1,
            },
          ];
    const points = walked ? runningLogMean(walked).map(([walks, lnZ]) => [walks, decades(lnZ)] as const) : [];
    return [
      ...exact,
      { points, tone: 'measured', dash: '', label: names.sample, labelAt: 1, labelBelow: true },
    ];
  });
  return {
    title: words().runningTitle,
    x: { kind: 'log', domain: [1, most], title: words().walks },
    y: axis(domain, words().y),
    level: null,
    curves,
    marks: [],
    dots: [],
  };
};

/** What mean and typical Z come to at the last layer. */
export function meanFacts(moment: SweepMoment) {
  const factsOf = (rule: MeanRule) => {
    const row = rowsOf(moment).find((one) => ruleOf(one) === rule);
    const theory = row && meanTheory(row.point);
    const walked = row?.walked;
    const running = walked ? runningLogMean(walked).at(-1) : undefined;
    return {
      mean: theory?.logMean?.at(-1) ?? null,
      typical: theory?.typical.at(-1) ?? 0,
      sample: running?.[1] ?? null,
      walks: walked?.walks ?? 0,
    };
  };
  return { he: factsOf('he'), auto: factsOf('auto') };
}

/** ln Z as a factor of Z. */
export const zText = (lnZ: number) => powerText(decades(lnZ));
