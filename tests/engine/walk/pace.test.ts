import { expect, test } from 'vitest';
import { initialPace, nextPace, type Pace } from '#engine/walk/pace.ts';
import { sliceMs } from '#engine/walk/slicePlan.ts';

/** Slices of the size the pace asks for, on a device of a speed and a fixed cost a slice; how long the last took. */
function settled(weightsPerMs: number, costMs: number): { pace: Pace; lastMs: number } {
  let pace = initialPace;
  let lastMs = 0;
  for (let slice = 0; slice < 60; slice++) {
    const weights = pace.weightsPerMs * sliceMs;
    lastMs = costMs + weights / weightsPerMs;
    pace = nextPace(pace, weights, lastMs);
  }
  return { pace, lastMs };
}

test('slices settle near their length whatever a submission costs, and never far above it', () => {
  for (const speed of [2e3, 1e5, 1e8]) {
    for (const costMs of [0, 1, 8]) {
      const { lastMs } = settled(speed, costMs);
      expect(lastMs, `${speed} weights/ms, ${costMs} ms`).toBeGreaterThan(0.9 * sliceMs);
      // At the fixed point a slice lasts its length and what is taken for cost, 20 ms at most.
      expect(lastMs, `${speed} weights/ms, ${costMs} ms`).toBeLessThan(sliceMs + 20.1);
    }
  }
});

test('a cost longer than a slice does not starve the slices of work', () => {
  const { pace } = settled(1e5, 40);
  expect(pace.weightsPerMs).toBeGreaterThan(0.2 * 1e5);
});

test('one lucky slice at most doubles the estimate', () => {
  expect(nextPace(initialPace, 1e9, 0.01).weightsPerMs).toBe(2 * initialPace.weightsPerMs);
});
