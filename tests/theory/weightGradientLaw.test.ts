import { expect, test } from 'vitest';
import { trigamma } from '#theory/trigamma.ts';
import { sharedEntryCovariance, weightGradientVariance } from '#theory/weightGradientLaw.ts';

test('with one unit the matrix is one number: both norms are its square, so the covariance is the variance', () => {
  expect(sharedEntryCovariance(1)).toBeCloseTo(trigamma(0.5), 10);
});

test('at large width the shared entry leaves a covariance of 2/N^2', () => {
  // E ln given w is ln N + (w^2 - 1)/N to first order, and Var w^2 = 2.
  for (const width of [256, 1024]) {
    expect(Math.abs((sharedEntryCovariance(width) * width * width) / 2 - 1)).toBeLessThan(10 / width);
  }
});

test('the first two entries are the reference and do not vary; one pair of steps later both passes count', () => {
  const variance = weightGradientVariance(5, 16);
  expect(Array.from(variance.subarray(0, 2))).toEqual([0, 0]);
  expect(variance[2]).toBeCloseTo(2 * trigamma(8), 12);
  expect((variance[4] ?? 0) - (variance[3] ?? 0)).toBeCloseTo(
    2 * trigamma(8) - 2 * sharedEntryCovariance(16),
    12,
  );
});
