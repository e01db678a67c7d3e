import { expect, test } from 'vitest';
import { samplesOfTest, testsAtOnce } from '#engine/train/rate/rateRange.ts';
import { testBatches } from '#engine/train/rate/testBatches.ts';
import type { Batch } from '#engine/train/trainer.ts';

/** The mini-batch of a step: every sample's two inputs and its label tell which sample of all it is. */
const batchesOf =
  (size: number) =>
  (step: number): Batch => ({
    count: size,
    inputs: Float32Array.from({ length: 2 * size }, (_, i) => 2 * size * step + i),
    labels: Uint8Array.from({ length: size }, (_, i) => size * step + i),
  });

for (const size of [1, 7, 16, 40, 64, 100]) {
  test(`with mini-batches of ${size} every test has samples of its own, in their order from the step on`, () => {
    const batches = testBatches(batchesOf(size), 1, size);
    const count = Math.min(samplesOfTest, size);
    expect(batches.map((batch) => batch.count)).toEqual(Array(testsAtOnce).fill(count));
    const first = size;
    const expected = Array.from({ length: testsAtOnce * count }, (_, i) => first + i);
    expect(batches.flatMap(({ labels }) => [...labels])).toEqual(expected);
    expect(batches.flatMap(({ inputs }) => [...inputs])).toEqual(expected.flatMap((i) => [2 * i, 2 * i + 1]));
  });
}
