import { driftAt } from '#experiment/derived/driftCurve.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { SweepName } from '#experiment/experiment.ts';
import { factorText, measuredText, numberText, percentText } from '#plots/numberText.ts';
import { deepestTrained, mostSteps } from '#run/sweeps/errorSweep.ts';
import { measuredZero, sweptGains } from '#run/sweeps/gainSweep.ts';
import { theoryKind } from '#run/sweeps/pointTheory.ts';
import { sweptExperiment } from '#run/sweeps/sweepPoint.ts';
import { walkRows } from '#run/sweeps/sweepTable.ts';
import { varianceCoefficient } from '#theory/varianceCoefficient.ts';
import type { SweepMoment } from '#ui/scale/sweepScene.ts';
import { countText } from '#ui/text/countText.ts';
import { bestCell } from './errorPanels.ts';
import { meanFacts, zText } from './meanPanels.ts';
import { oncePerPlan } from './panel.ts';
import { budgetFacts, coefficientText, mapAgreement } from './spreadPanels.ts';
import { finePercent, widthFacts } from './widthPanels.ts';
import { widthsFacts } from './widthsPanels.ts';

const words = () => dictionary('scale').outcome;

const gainTheory = oncePerPlan(({ experiment, found }) => {
  const { auto, he, wrong } = sweptGains(experiment, found);
  const swept = sweptExperiment(experiment);
  const normOf = (gain: number) => factorText((experiment.depth * driftAt(swept, gain)) / 2);
  return {
    best: numberText(auto.value, 5),
    kind: auto.kind === 'sampled' ? auto.kind : theoryKind(experiment),
    others: words().gainHe(normOf(he.value)) + words().gainWrong(normOf(wrong.value)),
  };
});

function gainOutcome(moment: SweepMoment): string {
  const { experiment, found, record } = moment;
  const { best, kind, others } = gainTheory(moment);
  const zero = measuredZero(experiment, found, walkRows(record.plan.points, record.measured));
  return words().gain(best, kind, zero ? measuredText(zero.value, zero.error) : '') + others;
}

function widthOutcome(moment: SweepMoment): string {
  const { kind, narrow, wide, most, least } = widthFacts(moment);
  if (!narrow || !wide) return '';
  const text = (gain: number) => numberText(gain, 5);
  const theory = words().width(kind, text(narrow.theory), narrow.width, text(wide.theory), wide.width);
  if (!most || !least) return theory;
  return theory + words().paper(finePercent(most.off), most.width, finePercent(least.off), least.width);
}

function mapOutcome(moment: SweepMoment): string {
  const { f, weights } = moment.experiment;
  const coefficient = varianceCoefficient(f, weights);
  const law = coefficient === null ? words().mapPlain : words().map(coefficientText(coefficient));
  const { of, within, isExact } = mapAgreement(moment);
  return isExact && of > 0 ? law + words().agree(within, of) : law;
}

function budgetOutcome(moment: SweepMoment): string {
  const { shallow, deep } = budgetFacts(moment);
  if (!shallow || !deep) return words().budgetNone;
  return words().budget(
    words().budgetShape(shallow.depth, shallow.width, shallow.factor),
    words().budgetDeep(deep.depth, deep.width, deep.factor),
  );
}

function meanOutcome(moment: SweepMoment): string {
  const { he, auto } = meanFacts(moment);
  if (he.mean === null || auto.mean === null) return words().meanPlain(zText(he.typical));
  const theory = words().mean(zText(he.mean), zText(he.typical)) + words().meanBest(zText(auto.mean));
  if (he.sample === null || auto.sample === null) return theory;
  return theory + words().meanSample(countText(auto.walks), zText(he.sample), zText(auto.sample));
}

function widthsOutcome(moment: SweepMoment): string {
  const { gain, exact, measured, width, share, square } = widthsFacts(moment);
  const theory =
    exact === null || share === null
      ? words().widthsPlain(gain)
      : words().widths(gain, exact, width, percentText(share));
  return theory + (measured === null ? '' : words().widthsMeasured(measured)) + words().widthsSquare(square);
}

function errorOutcome(moment: SweepMoment): string {
  const best = bestCell(moment);
  const { steps, depth } = moment.experiment;
  const limits =
    steps > mostSteps || depth > deepestTrained ? words().errorLimits(mostSteps, deepestTrained) : '';
  const result = best
    ? words().error(percentText(best.error), numberText(best.gain, 4), best.depth)
    : words().errorPending;
  return result + limits;
}

const outcomes: Readonly<Record<SweepName, (moment: SweepMoment) => string>> = {
  gain: gainOutcome,
  width: widthOutcome,
  map: mapOutcome,
  budget: budgetOutcome,
  mean: meanOutcome,
  widths: widthsOutcome,
  error: errorOutcome,
};

/** What a sweep shows, in words: theory at once, measurements as they come. */
export function outcomeText(moment: SweepMoment): string {
  return outcomes[moment.record.plan.sweep](moment);
}
