import { driftCurve, driftSetting } from '#experiment/derived/driftCurve.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { largestGain } from '#experiment/schema/networkRows.ts';
import { computeExtent, type Domain } from '#plots/domain.ts';
import { numberText } from '#plots/numberText.ts';
import type { SweepDot, SweepMark } from '#plots/sweepPlotData.ts';
import { driftMeasured, driftTheory, sweptGains } from '#run/sweeps/gainSweep.ts';
import { theoryKind } from '#run/sweeps/pointTheory.ts';
import { sweptExperiment } from '#run/sweeps/sweepPoint.ts';
import { walkRows } from '#run/sweeps/sweepTable.ts';
import type { SweepMoment } from '#ui/scale/sweepScene.ts';
import { type CurvePanel, logSpace, oncePerPlan } from './panel.ts';
import { hrefOf, readoutText } from './readout.ts';

const words = () => dictionary('scale').figures.gain;

/** The magnified part: gains within this share of g*. */
const lens = 1.04;
const curvePoints = 81;

/** Names at their gains; rules that come to the same gain share a mark. */
function marksOf(experiment: Experiment, found: FoundGains): SweepMark[] {
  const gains = sweptGains(experiment, found);
  const marks: { x: number; label: string }[] = [];
  const named = [
    { x: gains.auto.value, label: words().names.auto },
    ...(gains.paper.unavailable ? [] : [{ x: gains.paper.value, label: words().names.paper }]),
    { x: gains.he.value, label: words().names.he },
    { x: gains.lecun.value, label: words().names.lecun },
    { x: gains.wrong.value, label: words().names.wrong },
  ];
  for (const one of named) {
    const same = marks.find(({ x }) => Math.abs(Math.log(x / one.x)) < 1e-6);
    if (same) same.label = `${same.label}, ${one.label}`;
    else marks.push({ ...one });
  }
  return marks.map((mark, i) => ({ ...mark, tone: i === 0 ? 'ink' : 'soft' }));
}

const theoryOfGain = oncePerPlan(({ experiment, found, record }) => {
  const swept = driftSetting(sweptExperiment(experiment));
  const gains = record.plan.points.flatMap((point) => (point.kind === 'walk' ? [point.settings.gain] : []));
  const best = Math.min(sweptGains(experiment, found).auto.value, largestGain / lens);
  const curve = ([low, high]: Domain) => {
    const at = logSpace(low, high, curvePoints);
    const drifts = driftCurve(swept, at);
    return at.map((gain, i) => [gain, drifts[i] ?? 0] as const);
  };
  const wide: Domain = [0.85 * Math.min(...gains), 1.1 * Math.max(...gains)];
  const narrow: Domain = [best / lens, best * lens];
  return {
    wide: { domain: wide, curve: curve(wide) },
    narrow: { domain: narrow, curve: curve(narrow) },
    marks: marksOf(experiment, found),
    kind: theoryKind(experiment),
  };
});

function dotsOf({ record }: SweepMoment, [low, high]: Domain, kind: 'exact' | 'approximate'): SweepDot[] {
  return walkRows(record.plan.points, record.measured).flatMap((row) => {
    const { point, walked } = row;
    const measured = driftMeasured(row);
    const { gain } = point.settings;
    if (!walked || !measured || gain < low || gain > high) return [];
    const reading = { measured, theory: driftTheory(row), kind, walks: walked.walks, dead: walked.dead };
    return [
      {
        key: point.key,
        x: gain,
        y: measured.value,
        error: measured.error,
        tone: 'measured',
        isUnfinished: !walked.done,
        readout: readoutText({ where: words().where(numberText(gain, 4)), ...reading }),
        href: hrefOf(point),
      },
    ];
  });
}

const ends = (curve: readonly (readonly [number, number])[]): Domain => {
  const drifts = curve.map(([, drift]) => drift);
  const [low, high] = computeExtent(drifts, [0, 0]);
  const room = 0.08 * (high - low);
  return [low - room, high + room];
};

const panelOf =
  (part: 'wide' | 'narrow'): CurvePanel =>
  (moment) => {
    const { marks, kind, ...parts } = theoryOfGain(moment);
    const { domain, curve } = parts[part];
    return {
      title: words().title[part],
      x: { kind: 'log', domain, title: words().x },
      y: { kind: 'linear', domain: ends(curve), title: words().y },
      level: 0,
      curves: [
        {
          points: curve,
          tone: 'ink',
          dash: '',
          label: words().theory[kind],
          labelAt: part === 'wide' ? 0.3 : 0.85,
          labelBelow: true,
          labelAnchor: 'start',
        },
      ],
      marks: marks.filter(({ x }) => x >= domain[0] && x <= domain[1]),
      dots: dotsOf(moment, domain, kind),
    };
  };

/** Drift of ln Z a layer against gain, the whole range. */
export const gainPanel = panelOf('wide');

/** The same around its zero, magnified. */
export const gainLensPanel = panelOf('narrow');
