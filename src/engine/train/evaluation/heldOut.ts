import { batchOf, type DataSet, placesOf } from '#engine/data/dataSet.ts';
import type { Batch, Trainer } from '#engine/train/trainer.ts';

/** Mean loss and share of right answers on the first held-out samples, `most` of them. */
export async function evaluateHeldOut(
  trainer: Trainer,
  set: DataSet,
  capacity: number,
  most: number,
): Promise<{ readonly loss: number; readonly accuracy: number; readonly samples: number }> {
  const samples = Math.min(most, set.heldOut.count);
  let loss = 0;
  let right = 0;
  for (let start = 0; start < samples; start += capacity * trainer.mostSteps) {
    const batches: Batch[] = [];
    const end = Math.min(samples, start + capacity * trainer.mostSteps);
    for (let at = start; at < end; at += capacity) {
      batches.push(batchOf(set, set.heldOut, placesOf(at, Math.min(end, at + capacity))));
    }
    const outcomes = await trainer.evaluate(batches);
    for (const [i, outcome] of outcomes.entries()) {
      loss += outcome.loss * (batches[i]?.count ?? 0);
      right += outcome.accuracy * (batches[i]?.count ?? 0);
    }
  }
  return { loss: loss / samples, accuracy: right / samples, samples };
}
