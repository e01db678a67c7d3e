import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { numberText } from '#plots/numberText.ts';
import { trainOutcome } from '#run/train/trainFacts.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import { useExperiment, useFoundGains } from '#ui/page/PageContext.ts';
import { useTraining } from '#ui/train/TrainingContext.ts';
import { CompareSentence } from './CompareSentence.tsx';
import { pinName } from './pinName.ts';
import { usePinnedTrainings } from './usePinned.ts';

const words = () => dictionary('compare');

function lossText(record: TrainRecord | null): string | null {
  const outcome = record && trainOutcome(record);
  return outcome ? numberText(outcome.loss, 3) : null;
}

/** The loss that training has come to here, and of each experiment that is compared with. */
export function TrainCompareSentence() {
  const { live } = useTraining();
  const experiment = useExperiment();
  const found = useFoundGains();
  const others = usePinnedTrainings().map(({ pin, record }) => {
    const loss = lossText(record);
    return { pin, text: loss === null ? null : words().than(loss, pinName(pin, experiment, found)) };
  });
  const here = lossText(live.getState());
  return (
    <CompareSentence
      here={here === null ? null : `${words().lossIs} ${words().hereIs(here)}`}
      others={others}
    />
  );
}
