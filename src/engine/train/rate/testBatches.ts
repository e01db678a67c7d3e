import type { Batch } from '#engine/train/trainer.ts';
import { samplesOfTest, testsAtOnce } from './rateRange.ts';

/** The samples of the mini-batches from a step on, until there are `count`. */
function samplesFrom(batchAt: (step: number) => Batch, step: number, count: number): Batch {
  const whole: Batch[] = [];
  for (let left = count, at = step; left > 0; at++) {
    const batch = batchAt(at);
    whole.push(batch);
    left -= batch.count;
  }
  return {
    count: whole.reduce((sum, batch) => sum + batch.count, 0),
    inputs: Float32Array.from(whole.flatMap(({ inputs }) => [...inputs])),
    labels: Uint8Array.from(whole.flatMap(({ labels }) => [...labels])),
  };
}

/** What rates are tried on at a step: a few samples for each test, one after the other in the mini-batches of `size` from there on. */
export function testBatches(batchAt: (step: number) => Batch, step: number, size: number): readonly Batch[] {
  const count = Math.min(samplesOfTest, size);
  const { inputs, labels, count: all } = samplesFrom(batchAt, step, testsAtOnce * count);
  const length = inputs.length / all;
  return Array.from({ length: testsAtOnce }, (_, i) => ({
    count,
    inputs: inputs.slice(i * count * length, (i + 1) * count * length),
    labels: labels.slice(i * count, (i + 1) * count),
  }));
}
