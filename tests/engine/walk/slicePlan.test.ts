import { expect, test } from 'vitest';
import { batchSize } from '#engine/walk/slicePlan.ts';
import { plainWalk } from '../../plainWalk.ts';

const fast = { finished: 0, remaining: 1000, weightsPerMs: 1e5, maxBytes: 2 ** 27, parallel: 1 };
const wide = { ...plainWalk, width: 1024, depth: 100 };

test('a first batch is one walk, or one for each member of a crew, where a walk takes longer than a slice', () => {
  expect(batchSize(wide, fast)).toBe(1);
  expect(batchSize(wide, { ...fast, parallel: 6 })).toBe(6);
});

test('later batches leave no member of a crew with less than the others', () => {
  expect(batchSize(wide, { ...fast, finished: 6 })).toBe(4);
  expect(batchSize(wide, { ...fast, finished: 6, parallel: 6 })).toBe(6);
  for (const parallel of [2, 3, 5, 16]) {
    const size = batchSize({ ...plainWalk, width: 100 }, { ...fast, finished: 6, parallel });
    expect(size % parallel).toBe(0);
    expect(size).toBeGreaterThanOrEqual(7);
  }
});

test('a batch is no more than the walks that are left, and than what memory has room for', () => {
  expect(batchSize(wide, { ...fast, remaining: 3, parallel: 6 })).toBe(3);
  expect(batchSize(wide, { ...fast, maxBytes: 4 * 101 * 1024 * 2, parallel: 6 })).toBe(2);
});
