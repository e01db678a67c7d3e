import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { FigureTable } from '#run/figureTable.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import {
  confusionTable,
  exampleTable,
  heatTable,
  layerTable,
  lookTable,
  stepTable,
  withoutInputs,
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

/** The tables that one reads, where they are not those of the files. */
const readings: Partial<Record<keyof typeof tables, (record: TrainRecord) => FigureTable>> = {
  loss: (record) => lookTable(record, 'loss'),
  accuracy: (record) => lookTable(record, 'accuracy'),
  examples: (record) => withoutInputs(exampleTable(record)),
  worst: (record) => withoutInputs(worstTable(record)),
};

interface SaveTrainingProps {
  readonly figure: keyof typeof tables;
  readonly vector?: () => SVGGElement | null;
}

/** The menu that saves a figure of the train view. */
export function SaveTraining({ figure, vector }: SaveTrainingProps) {
  const training = useTraining();
  const { pass } = useExperiment();
  const found = useFoundGains();
  const numbers = (table: (record: TrainRecord, found: FoundGains, pass: Pass) => FigureTable) => {
    const record = training.live.getState();
    return record?.started ? table(record, found, pass) : null;
  };
  return (
    <SaveFigure
      name={`train-${figure}`}
      title={dictionary('saving').figures[figure]}
      table={() => numbers(tables[figure])}
      reading={() => numbers(readings[figure] ?? tables[figure])}
      {...(vector ? { vector } : {})}
    />
  );
}
