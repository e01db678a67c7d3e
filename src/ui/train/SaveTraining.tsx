import type { FigureTable } from '#run/figureTable.ts';
import type { TrainRecord } from '#run/train/liveTraining.ts';
import { exampleTable, heatTable, layerTable, stepTable } from '#run/train/trainTables.ts';
import type { Pass } from '#theory/pass.ts';
import { exportWords } from '#ui/export/exportWords.ts';
import { SaveFigure } from '#ui/export/SaveFigure.tsx';
import { useExperiment } from '#ui/page/PageContext.ts';
import { useTraining } from './TrainingContext.ts';

const tables = {
  'layers-backward': (record) => layerTable(record, 'backward'),
  'layers-weights': (record) => layerTable(record, 'weights'),
  'layers-forward': (record) => layerTable(record, 'forward'),
  heat: heatTable,
  loss: (record) => stepTable(record, 'loss'),
  accuracy: (record) => stepTable(record, 'accuracy'),
  examples: exampleTable,
} as const satisfies Readonly<Record<string, (record: TrainRecord, pass: Pass) => FigureTable>>;

interface SaveTrainingProps {
  readonly figure: keyof typeof tables;
  readonly vector?: () => SVGGElement | null;
}

/** The menu that saves a figure of the train view. */
export function SaveTraining({ figure, vector }: SaveTrainingProps) {
  const training = useTraining();
  const { pass } = useExperiment();
  return (
    <SaveFigure
      name={`train-${figure}`}
      title={exportWords.figures[figure]}
      table={() => {
        const record = training.live.current();
        return record?.started ? tables[figure](record, pass) : null;
      }}
      {...(vector ? { vector } : {})}
    />
  );
}
