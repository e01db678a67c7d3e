import type { Layer } from './meanPath.ts';

/** What finite width does to the activations of a layer, to order 1/N; p = |h|^2/N. */
export interface ForwardMoments {
  /** E dv/v: how far the mean of v is from its path. */
  readonly shift: number;
  /** Var v/v^2. */
  readonly variance: number;
  /** E ln p and Var ln p. */
  readonly logActivation: number;
  readonly logActivationVariance: number;
}

/**
 * v_0 is given; v_(d+1) = g^2 p_d + b^2, and p_d is the mean of N independent f^2 given v_d: a Markov chain of one number.
 * [depth + 1]. Source: docs/MODEL.md, "To order 1/N".
 */
export function forwardMoments(layers: readonly Layer[]): readonly ForwardMoments[] {
  const all: ForwardMoments[] = [];
  let [shift, variance] = [0, 0];
  for (const [d, { width, logVariance, moments, noise }] of layers.entries()) {
    const { logGrowth, growthSlope, growthBend } = moments;
    const mean = growthSlope * shift + (growthBend * variance) / 2 + noise.activationShift / width;
    const logActivationVariance = growthSlope ** 2 * variance + noise.activation / width;
    const logActivation = logVariance + logGrowth + mean - logActivationVariance / 2;
    all.push({ shift, variance, logActivation, logActivationVariance });
    const share = layers[d + 1]?.share ?? 0;
    shift = share * mean;
    variance = share ** 2 * logActivationVariance;
  }
  return all;
}
