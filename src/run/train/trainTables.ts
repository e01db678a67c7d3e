import type { ExamplesFrame } from '#engine/train/protocol.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import {
  arrayColumn,
  type FigureTable,
  figureTable,
  shortFloat,
  type TableColumn,
} from '#run/figureTable.ts';
import { theoryColumnNames } from '#run/walk/walkTables.ts';
import type { Pass } from '#theory/pass.ts';
import { confusionOf } from './confusion.ts';
import { theoryBack } from './theoryBack.ts';
import { relativeNorms } from './trainFacts.ts';
import type { TrainRecord } from './trainRecord.ts';

const floatColumn = (name: string, values: ArrayLike<number> | null | undefined): TableColumn => [
  name,
  (row) => shortFloat(values?.[row] ?? Number.NaN),
];

/** A squared log-norm through the layers, relative to where its pass begins: now, at the start, and by theory. */
export function layerTable({ experiment, norms }: TrainRecord, found: FoundGains, pass: Pass): FigureTable {
  const [first, last] = [norms[0], norms.at(-1)];
  const theory = theoryBack(experiment, found, pass);
  return figureTable(experiment.depth + 1, [
    ['layersBack', (layer) => layer],
    floatColumn(`step${last?.step ?? 0}`, last && relativeNorms(last, pass)),
    ...(first && first !== last ? [floatColumn(`step${first.step}`, relativeNorms(first, pass))] : []),
    arrayColumn(`${theoryColumnNames[theory.kind]}Mean`, theory.mean),
    arrayColumn(`${theoryColumnNames[theory.kind]}Variance`, theory.variance),
  ]);
}

/** The heat map: a row a layer, a column a measured step. */
export function heatTable({ experiment, norms }: TrainRecord, pass: Pass): FigureTable {
  return figureTable(experiment.depth + 1, [
    ['layersBack', (layer) => layer],
    ...norms.map((one) => floatColumn(`step${one.step}`, relativeNorms(one, pass))),
  ]);
}

/** Loss or accuracy of every mini-batch, and of the held-out samples at the steps where they were looked at. */
export function stepTable(record: TrainRecord, what: 'loss' | 'accuracy'): FigureTable {
  const { step, heldOut, losses, accuracies } = record;
  const looks = new Map(heldOut.map((look) => [look.step, look[what]]));
  const values = what === 'loss' ? losses : accuracies;
  // A look at step s follows the first s mini-batches, the one of index s - 1 the last of them.
  return figureTable(step + 1, [
    ['step', (row) => row],
    [what, (row) => (row < step ? shortFloat(values[row] ?? Number.NaN) : null)],
    ['heldOut', (row) => looks.get(row) ?? null],
  ]);
}

/** The same where held-out samples were looked at only: what one reads of a long training. */
export function lookTable(record: TrainRecord, what: 'loss' | 'accuracy'): FigureTable {
  const { heldOut, losses, accuracies } = record;
  const values = what === 'loss' ? losses : accuracies;
  return figureTable(heldOut.length, [
    ['step', (row) => heldOut[row]?.step ?? null],
    [what, (row) => values[(heldOut[row]?.step ?? 0) - 1] ?? null],
    ['heldOut', (row) => heldOut[row]?.[what] ?? null],
  ]);
}

/** Examples: true class and every output of the network; a row an example. */
function examplesTable(
  examples: ExamplesFrame | null | undefined,
  started: TrainRecord['started'],
  further: readonly TableColumn[],
): FigureTable {
  const [inputs, outputs] = [started?.inputs ?? 0, started?.outputs ?? 0];
  const column = (name: string, values: Float32Array, width: number, index: number): TableColumn => [
    `${name}${index}`,
    (row) => shortFloat(values[row * width + index] ?? Number.NaN),
  ];
  if (!examples) return figureTable(0, []);
  return figureTable(examples.count, [
    ['example', (row) => row + 1],
    ['label', (row) => examples.labels[row] ?? null],
    ...further,
    ...Array.from({ length: outputs }, (_, i) => column('output', examples.outputs, outputs, i)),
    ...Array.from({ length: inputs }, (_, i) => column('input', examples.inputs, inputs, i)),
  ]);
}

/** A table without the inputs, whose pixels nobody reads. */
export function withoutInputs({ columns, rowCount, cell }: FigureTable): FigureTable {
  const kept = columns.flatMap((name, place) => (/^input\d/.test(name) ? [] : [{ name, place }]));
  return figureTable(
    rowCount,
    kept.map(({ name, place }) => [name, (row) => cell(row, place)]),
  );
}

/** The examples that are shown. */
export const exampleTable = ({ examples, started }: TrainRecord): FigureTable =>
  examplesTable(examples, started, []);

/** The examples of the highest loss, with it. */
export const worstTable = ({ answers, started }: TrainRecord): FigureTable =>
  examplesTable(answers?.worst, started, [floatColumn('loss', answers?.worstLosses)]);

/** The confusion of classes: a row a class, and a column each for its samples, those named right, and every answer. */
export function confusionTable(record: TrainRecord): FigureTable {
  const confusion = confusionOf(record);
  if (!confusion) return figureTable(0, []);
  const { classes, counts, asked, right } = confusion;
  const names = record.started?.classNames;
  return figureTable(classes, [
    ['class', (truth) => truth],
    ...(names ? [['name', (truth: number) => names[truth] ?? null] as const] : []),
    arrayColumn('samples', asked),
    arrayColumn('right', right),
    ...Array.from(
      { length: classes },
      (_, answer): TableColumn => [`answer${answer}`, (truth) => counts[truth * classes + answer] ?? null],
    ),
  ]);
}
