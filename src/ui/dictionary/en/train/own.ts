import type { DataLimits } from '#experiment/derived/dataFacts.ts';
import { plural } from '#experiment/dictionary/en/numbers.ts';
import { countText } from '#ui/text/countText.ts';

/** What is said of data of the user's own, in English. */
export const own = {
  title: 'Your own data',
  drop: ({ bytes, rows, inputs, classes }: DataLimits) =>
    `Drop a CSV file with a head, or NPY, NPZ or IDX files, here or anywhere on the page: up to ${Math.round(bytes / 2 ** 20)} MB a file, ${countText(rows)} rows, ${countText(inputs)} inputs, ${classes} classes. Nothing leaves this computer.`,
  choose: 'Choose files',
  other: 'Other files',
  save: 'Save for Python',
  counts: (train: number, heldOut: number, inputs: number, classes: number) =>
    `${countText(train)} to learn, ${countText(heldOut)} held out; ${countText(inputs)} ${plural(inputs, 'input', 'inputs')}, ${classes} classes`,
  done: (name: string, counts: string, kept: boolean) =>
    `${name} is here: ${counts}; ${kept ? 'kept in this browser' : 'this browser does not keep it'}.`,
  named: (name: string) => `data of your own, “${name}”`,
  kept: 'Kept in this browser',
  use: (name: string) => `Train on ${name}`,
  forget: (name: string) => `Forget ${name}`,
  label: 'Which column is the class?',
  none: 'choose',
  leftOut: (columns: string) => `No inputs, as they hold no numbers or have no name: ${columns}.`,
  unnamed: '(without a name)',
  standardise: 'Bring every input to mean 0 and deviation 1',
  train: 'Train on it',
  dismiss: 'Not these',
  classes: 'Classes to learn',
  classCount: (name: string, count: number) => `${name}: ${countText(count)}`,
  more: (count: number) => `and ${countText(count)} more`,
  values: 'Values of the inputs',
  valuesFrom: (low: string, high: string) => `Values of the inputs, from ${low} to ${high}`,
  samples: 'Some of them',
  /** The figures in a sentence, and the columns of their tables. */
  figures: { values: 'the values of the inputs', samples: 'some of the samples' },
  columns: { from: 'value from', count: 'how often' },
} as const;
