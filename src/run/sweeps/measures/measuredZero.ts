import type { Estimate } from '#run/walk/fittedSlope.ts';

/** A drift and the logarithm of the gain it was measured at. */
export interface DriftAtGain {
  readonly logGain: number;
  readonly drift: Estimate;
}

/**
 * The gain at which measured drifts cross zero: the weighted least-squares line in ln g; null below two points, or where
 * they do not tell. Logarithms are best taken from near the zero.
 */
export function measuredZero(drifts: readonly DriftAtGain[], centre: number): Estimate | null {
  let [weight, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (const { logGain, drift } of drifts) {
    const at = logGain - centre;
    const w = drift.error ** -2;
    [weight, x, y] = [weight + w, x + w * at, y + w * drift.value];
    [xx, xy] = [xx + w * at * at, xy + w * at * drift.value];
  }
  const determinant = weight * xx - x * x;
  if (drifts.length < 2 || !(determinant > 0)) return null;
  const slope = (weight * xy - x * y) / determinant;
  const level = (y * xx - x * xy) / determinant;
  const root = -level / slope;
  const value = Math.exp(centre + root);
  // The line's height at its root has variance (xx - 2 x root + weight root^2)/determinant.
  const variance = (xx - 2 * x * root + weight * root * root) / determinant;
  return { value, error: (value * Math.sqrt(variance)) / Math.abs(slope) };
}

/**
 * The same from one or two gains whose errors move together (one seed): two give the line, a single one lies on the line
 * of slope 2, which is exact for homogeneous f.
 */
export function zeroByPair(first: DriftAtGain, second: DriftAtGain | null): Estimate {
  const slope = second ? (second.drift.value - first.drift.value) / (second.logGain - first.logGain) : 2;
  const value = Math.exp(first.logGain - first.drift.value / slope);
  const error = Math.max(first.drift.error, second?.drift.error ?? 0);
  return { value, error: (value * error) / Math.abs(slope) };
}
