import { leakySlope, type Nonlinearity } from './nonlinearity.ts';

/** E f'(u)^2 over symmetric u, of the piecewise linear f. */
const meanSquaredSlopes: Partial<Record<Nonlinearity, number>> = {
  linear: 1,
  relu: 1 / 2,
  leaky: (1 + leakySlope ** 2) / 2,
};

/**
 * ln E Z a layer, 2 ln g + ln E f'^2, for homogeneous f without biases; dead walks count with Z = 0. Exact at every
 * width: a layer's squared norm is kept on average by every weight law of variance 1/N, and layers are independent.
 * Null for other f. Source: docs/MODEL.md, "Mean against typical".
 */
export function logMeanZPerLayer(nonlinearity: Nonlinearity, gain: number): number | null {
  const slope = meanSquaredSlopes[nonlinearity];
  return slope === undefined ? null : 2 * Math.log(gain) + Math.log(slope);
}
