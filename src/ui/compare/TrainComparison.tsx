import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { numberText, percentText } from '#plots/numberText.ts';
import type { Measured } from '#run/compare/comparison.ts';
import { comparedTraining, type TrainColumn, trainColumns } from '#run/train/comparedTrainings.ts';
import { useExperiment, useFoundGains } from '#ui/page/PageContext.ts';
import { useTraining } from '#ui/train/TrainingContext.ts';
import { ComparePanel } from './ComparePanel.tsx';
import { pinName } from './pinName.ts';
import { usePinnedTrainings } from './usePinned.ts';

const words = () => dictionary('compare');

const cellText = (name: TrainColumn, { value }: Measured) =>
  name === 'accuracy' ? percentText(value) : numberText(value, 3);

/** The training of an experiment beside those of others. */
export function TrainComparison() {
  const { live } = useTraining();
  const experiment = useExperiment();
  const found = useFoundGains();
  const pinned = usePinnedTrainings();
  const rows = [
    comparedTraining({ pin: null, name: words().here, experiment, record: live.getState() }),
    ...pinned.map((one) => comparedTraining({ ...one, name: pinName(one.pin, experiment, found) })),
  ];
  const columns = trainColumns.filter((name) => name !== 'accuracy' || experiment.task === 'classify');
  return (
    <ComparePanel
      comparison={{ rows, columns, unit: 'steps', text: cellText, titles: words().columns }}
      help={words().trainHelp}
    />
  );
}
