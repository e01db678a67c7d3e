import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { FigureTable } from '#run/figureTable.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import {
  confusionTable,
  exampleTable,
  heatTable,
  layerTable,
  stepTable,
  worstTable,
} from '#run/train/trainTables.ts';
import type { Pass } from '#theory/pass.ts';
import { SaveFigure } from '#ui/export/SaveFigure.tsx';
import { useExperiment, useFoundGains } from '#ui/page/PageContext.ts';
import { useTraining } from './TrainingContext.ts';

const tables = {
  'layers-backward': (record, found) => layerTable(record, found, 'backward'),
  'layers-weights': (record, found) => layerTable(record, found, 'weights'),
  'layers-forward': (record, found) => layerTable(record, found, 'forward'),
  heat: (record, _, pass) => heatTable(record, pass),
  loss: (record) => stepTable(record, 'loss'),
  accuracy: (record) => stepTable(record, 'accuracy'),
  examples: exampleTable,
  worst: worstTable,
  confusion: confusionTable,
} as const satisfies Readonly<
  Record<string, (record: TrainRecord, found: FoundGains, pass: Pass) => FigureTable>
>;

interface SaveTrainingProps {
  readonly figure: keyof typeof tables;
  readonly vector?: () => SVGGElement | null;
}

/** The menu that saves a figure of the train view. */
export function SaveTraining({ figure, vector }: SaveTrainingProps) {
  const training = useTraining();
  const { pass } = useExperiment();
  const found = useFoundGains();
  return (
    <SaveFigure
      name={`train-${figure}`}
      title={dictionary('saving').figures[figure]}
      table={() => {
        const record = training.live.getState();
        return record?.started ? tables[figure](record, found, pass) : null;
      }}
      {...(vector ? { vector } : {})}
    />
  );
}
