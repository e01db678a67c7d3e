import type { WalkMoments } from './protocol.ts';

export interface RunningMoments {
  /** Takes in one walk, [length] values. */
  add(walk: Float64Array): void;
  /** Mean, unbiased variance and their standard errors so far; zeros where fewer than two walks came. */
  moments(): WalkMoments;
}

/**
 * One-pass moments, to the fourth, of every entry of a walk, in float64.
 * Source: Pebay 2008, "Formulas for robust, one-pass parallel computation of covariances and moments".
 * The variance's standard error is V sqrt((excess kurtosis + 2)/n), with the measured kurtosis.
 */
export function createRunningMoments(length: number): RunningMoments {
  const mean = new Float64Array(length);
  const m2 = new Float64Array(length);
  const m3 = new Float64Array(length);
  const m4 = new Float64Array(length);
  let count = 0;

  function add(walk: Float64Array): void {
    count += 1;
    const n = count;
    for (let i = 0; i < length; i++) {
      const s2 = m2[i] ?? 0;
      const s3 = m3[i] ?? 0;
      const delta = (walk[i] ?? 0) - (mean[i] ?? 0);
      const share = delta / n;
      const square = share * share;
      const term = delta * share * (n - 1);
      mean[i] = (mean[i] ?? 0) + share;
      m4[i] = (m4[i] ?? 0) + term * square * (n * n - 3 * n + 3) + 6 * square * s2 - 4 * share * s3;
      m3[i] = s3 + term * share * (n - 2) - 3 * share * s2;
      m2[i] = s2 + term;
    }
  }

  function moments(): WalkMoments {
    const n = count;
    const variance = m2.map((sum) => (n > 1 ? sum / (n - 1) : 0));
    return {
      mean: mean.slice(),
      variance,
      stderrMean: variance.map((v) => (n > 1 ? Math.sqrt(v / n) : 0)),
      stderrVariance: variance.map((v, i) => {
        const sum = m2[i] ?? 0;
        if (n < 2 || sum === 0) return 0;
        return v * Math.sqrt(Math.max(0, ((m4[i] ?? 0) * n) / (sum * sum) - 1) / n);
      }),
    };
  }

  return { add, moments };
}
