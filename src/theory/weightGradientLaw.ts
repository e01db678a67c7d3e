import { laplaceLogMean } from './laplaceLogMean.ts';
import { normalExpectation } from './normalExpectation.ts';
import { trigamma } from './trigamma.ts';

const known = new Map<number, number>();

/**
 * Cov(ln |W x|^2, ln |W^T y|^2) for one Gaussian N x N matrix and independent directions x, y: both squared
 * norms share one squared entry w^2, and given it they are independent.
 */
export function sharedEntryCovariance(width: number): number {
  const found = known.get(width);
  if (found !== undefined) return found;
  const meanGiven = (w: number) => laplaceLogMean(w * w, width - 1);
  const mean = normalExpectation(meanGiven);
  const covariance = width === 1 ? trigamma(0.5) : normalExpectation((w) => (meanGiven(w) - mean) ** 2);
  known.set(width, covariance);
  return covariance;
}

/**
 * Exact variance of the log-norm of a linear network's weight gradients relative to the top matrix, [depth + 1]:
 * entry k is matrix W_(D-k+1). Its k - 1 backward steps and k - 1 forward steps use k - 2 matrices in common.
 * Gaussian weights; source: docs/MODEL.md, "Three passes".
 */
export function weightGradientVariance(depth: number, width: number): Float64Array {
  const variance = trigamma(width / 2);
  const covariance = sharedEntryCovariance(width);
  return Float64Array.from({ length: depth + 1 }, (_, k) =>
    k < 2 ? 0 : 2 * (k - 1) * variance - 2 * (k - 2) * covariance,
  );
}
