import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { measuredText, numberText, percentText } from '#plots/numberText.ts';
import type { SweepCurve, SweepDot } from '#plots/sweepPlotData.ts';
import { varianceEstimate } from '#run/sweeps/estimates.ts';
import { walkRows } from '#run/sweeps/sweepTable.ts';
import {
  ownGain,
  squareWidth,
  stepShare,
  stepVariance,
  type WidthsRow,
  widthsRows,
} from '#run/sweeps/widthsSweep.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';
import type { SweepMoment } from '#ui/scale/sweepScene.ts';
import { type CurvePanel, oncePerPlan } from './panel.ts';
import { hrefOf, readoutText } from './readout.ts';

const words = () => dictionary('scale').figures.widths;

const rowsOf = ({ experiment, found, record }: SweepMoment) =>
  widthsRows(experiment, found, walkRows(record.plan.points, record.measured));

/** The steps of the largest share of the variance. */
const bottleneck = oncePerPlan((moment) => {
  const rows = rowsOf(moment);
  const narrowest = Math.min(...rows.map(({ width }) => width));
  const steps = rows.filter(({ width }) => width === narrowest);
  const shares = steps.map(stepShare);
  const share = shares.includes(null) ? null : shares.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return { width: narrowest, layers: steps.map(({ layer }) => layer), share };
});

/** Beyond this many layers their widths do not fit under the axis. */
const mostNamed = 24;

function axisOf(moment: SweepMoment, title: string) {
  const rows = rowsOf(moment);
  const depth = rows.length;
  const stride = Math.ceil(depth / mostNamed);
  return {
    kind: 'linear',
    domain: [0, depth + 0.5],
    title,
    ticks: rows.map(({ layer }) => layer).filter((layer) => layer % stride === 0),
    tickText: (layer: number) => String(rows[layer - 1]?.width ?? ''),
  } as const;
}

function dotsOf(
  moment: SweepMoment,
  measure: (row: WidthsRow) => Estimate | null,
  theory: (row: WidthsRow) => number | null,
): SweepDot[] {
  return rowsOf(moment).flatMap((row) => {
    const measured = measure(row);
    if (!measured || !row.walked) return [];
    const { walks, dead, done } = row.walked;
    const where = words().where(row.layer, row.width);
    return [
      {
        key: `${row.point.key} ${row.layer}`,
        x: row.layer,
        y: measured.value,
        error: measured.error,
        tone: 'measured',
        isUnfinished: !done,
        readout: readoutText({ where, measured, theory: theory(row), kind: 'exact', walks, dead }),
        href: hrefOf(row.point),
      },
    ];
  });
}

const varianceTheory = ({ theory, layer }: WidthsRow) => theory?.variance[layer] ?? null;
const stepTheory = ({ theory, layer }: WidthsRow) => theory?.steps[layer - 1]?.variance ?? null;

/** The top of an axis that holds theory, or what is measured where there is none. */
function topOf(theory: readonly (number | null)[], dots: readonly SweepDot[]): number {
  const exact = theory.filter((value) => value !== null);
  const needed = exact.length > 0 ? exact : dots.map(({ y, error }) => y + error);
  return 1.2 * Math.max(1e-6, ...needed);
}

/** Var ln Z along a network of own widths: exact, measured, the bottleneck marked. */
export const widthsPanel: CurvePanel = (moment) => {
  const rows = rowsOf(moment);
  const { width, layers, share } = bottleneck(moment);
  const variances = rows.map(varianceTheory);
  const dots = dotsOf(
    moment,
    ({ walked, layer }) => walked && varianceEstimate(walked, layer),
    varianceTheory,
  );
  const exact = variances.flatMap((variance, i) => (variance === null ? [] : [[i + 1, variance] as const]));
  const [first] = layers;
  return {
    title: words().title,
    x: axisOf(moment, words().x),
    y: { kind: 'linear', domain: [0, topOf(variances, dots)], title: words().y },
    level: null,
    curves:
      exact.length === 0
        ? []
        : [
            {
              points: [[0, 0], ...exact],
              tone: 'ink',
              dash: '',
              label: words().exact,
              labelAt: 0.6,
              labelBelow: true,
              labelAnchor: 'start',
            },
          ],
    marks:
      first === undefined || share === null
        ? []
        : [{ x: first, label: words().bottleneck(width, percentText(share)), tone: 'exploded' }],
    dots,
  };
};

/** The variance of every single step: exact as bars, measured on them. */
export const widthStepsPanel: CurvePanel = (moment) => {
  const rows = rowsOf(moment);
  const { layers } = bottleneck(moment);
  const steps = rows.map(stepTheory);
  const dots = dotsOf(moment, ({ walked, layer }) => walked && stepVariance(walked, layer), stepTheory);
  return {
    title: words().steps,
    x: axisOf(moment, words().x),
    y: { kind: 'linear', domain: [0, topOf(steps, dots)], title: words().stepY },
    level: null,
    curves: steps.flatMap((variance, i): SweepCurve[] =>
      variance === null
        ? []
        : [
            {
              points: [
                [i + 1, 0],
                [i + 1, variance],
              ],
              tone: layers.includes(i + 1) ? 'exploded' : 'ink',
              dash: '',
              label: '',
              labelAt: 1,
              thickness: 4,
            },
          ],
    ),
    marks: [],
    dots,
  };
};

/** What own widths come to at the input. */
export function widthsFacts(moment: SweepMoment) {
  const last = rowsOf(moment).at(-1);
  const walked = last?.walked ? varianceEstimate(last.walked, last.layer) : null;
  const exact = last ? varianceTheory(last) : null;
  return {
    ...bottleneck(moment),
    gain: numberText(ownGain(moment.experiment, moment.found), 5),
    exact: exact === null ? null : numberText(exact, 4),
    measured: walked && measuredText(walked.value, walked.error),
    square: squareWidth(moment.experiment),
  };
}
