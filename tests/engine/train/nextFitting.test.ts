import { expect, test } from 'vitest';
import { nextFitting } from '#engine/train/trainRun.ts';

/** Sizes of the slices of a device that takes `fixedMs` for a slice and `stepMs` for a step, and what the last took. */
function slices(fixedMs: number, stepMs: number, first = 1): { counts: number[]; lastMs: number } {
  const counts = [first];
  for (let k = 0; k < 20; k++) {
    const count = counts.at(-1) ?? 1;
    counts.push(nextFitting(count, count, fixedMs + count * stepMs));
  }
  return { counts, lastMs: fixedMs + stepMs * (counts.at(-1) ?? 1) };
}

test('a slice that costs much whatever its steps is filled with steps', () => {
  const { counts, lastMs } = slices(45, 1);
  expect(counts[1]).toBe(2);
  expect(counts.at(-1)).toBeGreaterThanOrEqual(14);
  expect(lastMs).toBeLessThan(75);
});

test('a slice is never more than twice the one before, and falls at once when it was too long', () => {
  const { counts } = slices(0, 0.01);
  for (const [k, count] of counts.slice(1).entries()) expect(count).toBeLessThanOrEqual(2 * (counts[k] ?? 0));
  expect(nextFitting(64, 64, 640)).toBe(6);
  expect(nextFitting(1, 1, 5000)).toBe(1);
});

test('a slice that something else cut short says nothing against longer ones', () => {
  expect(nextFitting(40, 3, 5)).toBe(40);
  expect(nextFitting(40, 0, 0)).toBe(40);
});
