import type { Layer } from './meanPath.ts';

/** What finite width does to the activations of every layer, to order 1/N, [depth + 1] each; p = |h|^2/N. */
export interface ForwardMoments {
  /** E dv/v: how far the mean of v is from its path. */
  readonly shift: Float64Array;
  /** Var v/v^2. */
  readonly variance: Float64Array;
  /** E ln p and Var ln p. */
  readonly logActivation: Float64Array;
  readonly logActivationVariance: Float64Array;
}

/**
 * v_0 is given; v_(d+1) = g^2 p_d + b^2, and p_d is the mean of N independent f^2 given v_d: a Markov chain of one number.
 * Source: docs/MODEL.md, "To order 1/N".
 */
export function forwardMoments(layers: readonly Layer[]): ForwardMoments {
  const row = () => new Float64Array(layers.length);
  const all = { shift: row(), variance: row(), logActivation: row(), logActivationVariance: row() };
  let [shift, variance] = [0, 0];
  for (const [d, { width, logVariance, moments, noise }] of layers.entries()) {
    const { logGrowth, growthSlope, growthBend } = moments;
    const mean = growthSlope * shift + (growthBend * variance) / 2 + noise.activationShift / width;
    const spread = growthSlope ** 2 * variance + noise.activation / width;
    all.shift[d] = shift;
    all.variance[d] = variance;
    all.logActivation[d] = logVariance + logGrowth + mean - spread / 2;
    all.logActivationVariance[d] = spread;
    const share = layers[d + 1]?.share ?? 0;
    shift = share * mean;
    variance = share ** 2 * spread;
  }
  return all;
}
