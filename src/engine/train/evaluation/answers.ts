import type { DataSet } from '#engine/data/dataSet.ts';
import type { AnswersFrame } from '#engine/train/protocol.ts';
import type { Task } from '#engine/train/task.ts';
import type { Trainer } from '#engine/train/trainer.ts';
import { examplesAt } from './examples.ts';
import type { HeldOutAnswers } from './heldOut.ts';

/** Samples that are shown where the network is most wrong. */
const mostWorst = 20;

/** How many samples of a class (row) got an answer (column): [classes, classes]. */
export function confusionOf(labels: Uint8Array, answers: Uint8Array, classes: number): Uint32Array {
  const counts = new Uint32Array(classes * classes);
  for (const [i, answer] of answers.entries()) {
    const at = (labels[i] ?? 0) * classes + answer;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Places of the highest losses, highest first, at most `most`. Losses that are no numbers stand before all. */
export function worstPlaces(losses: Float32Array, most: number): Uint32Array {
  const size = (place: number) => {
    const loss = losses[place] ?? Number.NaN;
    return Number.isNaN(loss) ? Number.POSITIVE_INFINITY : loss;
  };
  const places = Uint32Array.from({ length: losses.length }, (_, place) => place);
  // The difference of two infinite losses is no number, and no order.
  return places.sort((a, b) => (size(a) === size(b) ? a - b : size(b) - size(a))).slice(0, most);
}

/** What was asked of held-out samples by class, and the worst of them asked again; null where the network left float32. */
export async function answersOf(
  trainer: Trainer,
  set: DataSet,
  task: Task,
  capacity: number,
  asked: HeldOutAnswers,
): Promise<
  (Omit<AnswersFrame, 'step' | 'worst'> & { readonly worst: Omit<AnswersFrame['worst'], 'step'> }) | null
> {
  const { samples, loss, losses, answers } = asked;
  if (!Number.isFinite(loss)) return null;
  const labels = set.heldOut.labels.subarray(0, samples);
  const places = worstPlaces(losses, mostWorst);
  return {
    samples,
    confusion: task === 'classify' ? confusionOf(labels, answers, set.classes) : null,
    worst: await examplesAt(trainer, set, task, capacity, places),
    worstLosses: Float32Array.from(places, (place) => losses[place] ?? Number.NaN),
  };
}
