import { factorText, measuredText, numberText } from '#plots/numberText.ts';
import { driftAt } from '#state/driftCurve.ts';
import type { SweepName } from '#state/experiment.ts';
import { measuredZero, sweptGains } from '#state/sweep/gainSweep.ts';
import { theoryKind } from '#state/sweep/pointTheory.ts';
import { sweptExperiment } from '#state/sweep/sweepPoint.ts';
import { walkRows } from '#state/sweep/sweepTable.ts';
import { scaleEn } from './scaleEn.ts';
import type { SweepMoment } from './sweepScene.ts';

const { outcome: words } = scaleEn;

const rowsOf = ({ record }: SweepMoment) => walkRows(record.plan.points, record.measured);

function gainOutcome(moment: SweepMoment): string {
  const { experiment } = moment;
  const { auto, he, wrong } = sweptGains(experiment);
  const zero = measuredZero(experiment, rowsOf(moment));
  const swept = sweptExperiment(experiment);
  const normOf = (gain: number) => factorText((experiment.depth * driftAt(swept, gain)) / 2);
  return (
    words.gain(
      numberText(auto.value, 5),
      theoryKind(experiment),
      zero ? measuredText(zero.value, zero.error) : '',
    ) +
    words.gainHe(normOf(he.value)) +
    words.gainWrong(normOf(wrong.value))
  );
}

const outcomes: Readonly<Record<SweepName, (moment: SweepMoment) => string>> = {
  gain: gainOutcome,
  width: () => '',
  map: () => '',
  budget: () => '',
  mean: () => '',
  widths: () => '',
  error: () => '',
};

/** What a sweep shows, in words: theory at once, measurements as they come. */
export function outcomeText(moment: SweepMoment): string {
  return outcomes[moment.record.plan.sweep](moment);
}
