import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { numberText, percentText } from '#plots/numberText.ts';
import { relativeNorms, trainOutcome } from '#run/train/trainFacts.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';
import type { Pass } from '#theory/pass.ts';

const words = () => dictionary('train');

const listed = (title: string, parts: readonly string[]) =>
  parts.length === 0 ? title : `${title}: ${parts.join(', ')}`;

/** A figure of the layers in words: where its pass has come to, now and at the start; its title alone while nothing rests. */
export function layersText(title: string, record: TrainRecord | null, pass: Pass): string {
  const [first, last] = [record?.norms[0], record?.norms.at(-1)];
  if (!record || !first || !last) return title;
  const { now, atStart, layers } = words().panels;
  const end = pass === 'forward' ? 0 : record.experiment.depth;
  const reached = (norms: typeof last) => numberText(relativeNorms(norms, pass)[end] ?? Number.NaN, 3);
  const times = first === last ? [] : [`${atStart} ${reached(first)}`];
  return listed(`${title}, ${end} ${layers}`, [`${now} ${reached(last)}`, ...times]);
}

/** Losses in words: in training, mean of the last tenth of its steps, and on what is held out. */
export function lossText(title: string, record: TrainRecord | null): string {
  const outcome = record && trainOutcome(record);
  if (!outcome) return title;
  const { training, heldOut } = words().loss;
  const unseen = outcome.heldOutLoss === null ? [] : [`${heldOut} ${numberText(outcome.heldOutLoss, 3)}`];
  return listed(title, [`${training} ${numberText(outcome.loss, 3)}`, ...unseen]);
}

/** The share of right answers in words. */
export function accuracyText(title: string, record: TrainRecord | null): string {
  const accuracy = record && trainOutcome(record)?.accuracy;
  return accuracy === null || accuracy === undefined
    ? title
    : listed(title, [`${words().loss.heldOut} ${percentText(accuracy)}`]);
}
