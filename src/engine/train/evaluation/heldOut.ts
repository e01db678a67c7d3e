import { batchOf, type DataSet, placesOf } from '#engine/data/dataSet.ts';
import type { Answered, Batch, Trainer } from '#engine/train/trainer.ts';

/** What a network makes of the first held-out samples, as `Answered` says of a batch. */
export interface HeldOutAnswers extends Answered {
  readonly samples: number;
}

/** Mean loss and share of right answers on the first held-out samples, `most` of them, and what it makes of each. */
export async function evaluateHeldOut(
  trainer: Trainer,
  set: DataSet,
  capacity: number,
  most: number,
): Promise<HeldOutAnswers> {
  const samples = Math.min(most, set.heldOut.count);
  const losses = new Float32Array(samples).fill(Number.NaN);
  const answers = new Uint8Array(samples);
  let loss = 0;
  let right = 0;
  for (let start = 0; start < samples; start += capacity * trainer.mostSteps) {
    const batches: Batch[] = [];
    const end = Math.min(samples, start + capacity * trainer.mostSteps);
    for (let at = start; at < end; at += capacity) {
      batches.push(batchOf(set, set.heldOut, placesOf(at, Math.min(end, at + capacity))));
    }
    const answered = await trainer.evaluate(batches);
    for (const [i, found] of answered.entries()) {
      loss += found.loss * (batches[i]?.count ?? 0);
      right += found.accuracy * (batches[i]?.count ?? 0);
      losses.set(found.losses, start + i * capacity);
      answers.set(found.answers, start + i * capacity);
    }
  }
  return { loss: loss / samples, accuracy: right / samples, samples, losses, answers };
}
