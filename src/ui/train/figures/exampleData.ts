import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { Example } from '#plots/examplePlot.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';

/** Some samples and what the network makes of them. */
export type Examples = NonNullable<TrainRecord['examples']>;
/** What is known of a run that has begun. */
export type StartedRun = NonNullable<TrainRecord['started']>;

const words = () => dictionary('train').examples;

/** What a class of a run is called: by its name, or by its number from 0. */
export const classNameOf = ({ classNames }: Pick<StartedRun, 'classNames'>, place: number): string =>
  classNames?.[place] ?? words().said(place);

/** Examples of a run as pictures with what the network makes of them. */
export function exampleData(examples: Examples, started: StartedRun, task: Experiment['task']): Example[] {
  const { inputs, outputs } = started;
  const { rows, columns } = started.picture ?? { rows: 1, columns: inputs };
  const named = (place: number) => classNameOf(started, place);
  return Array.from({ length: examples.count }, (_, i) => {
    const answer = examples.outputs.subarray(i * outputs, (i + 1) * outputs);
    const label = examples.labels[i] ?? 0;
    const said = answer.indexOf(Math.max(...answer));
    const isRight = said === label;
    return {
      picture: examples.inputs.subarray(i * inputs, (i + 1) * inputs),
      rows,
      columns,
      answer: task === 'encode' ? answer : null,
      label: isRight ? named(said) : named(said) + words().is(named(label)),
      isRight,
    };
  });
}
