import type { UnitAverages } from '#theory/unitAverages.ts';
import type { WeightLaw } from '#theory/weightLaw.ts';

/** Excess kurtosis of an entry of the matrix; orthogonal entries are uncorrelated, and Gaussian but for the layer's norm. */
const excessKurtosis: Readonly<Record<WeightLaw, number>> = {
  gaussian: 0,
  orthogonal: 0,
  uniform: -1.2,
  sign: -2,
};

/** What a layer of finite width adds to infinite width, each in units of 1/N. Source: docs/MODEL.md, "To order 1/N". */
export interface LayerNoise {
  /** N Var of the relative noise of |h|^2/N, given the layer before. */
  readonly activation: number;
  /** N Var of the relative noise of the gradient's step that lands in this layer. */
  readonly gradient: number;
  /** N Cov of the two: the same units make both. */
  readonly both: number;
  /** N times the relative shift of E f^2 and of E f'^2: the weights' law is not quite Gaussian. */
  readonly activationShift: number;
  readonly gradientShift: number;
  /** What (rho^2 - 1)/N multiplies in the step that lands here, rho being the gradient's part along this layer's activations. */
  readonly pull: number;
  /** N times the relative shift of the step by what the entries' squares know of the layer above, per unit of that layer's correlation. */
  readonly entryPull: number;
}

/**
 * The noise of layer d, whose pre-activations have the share `share` of their variance from the weights (0 for layer 0: a_0
 * is Gaussian whatever the weights are); `spread` is E h^4/(E h^2)^2 of the layer before.
 */
export function layerNoise(
  moments: UnitAverages,
  weights: WeightLaw,
  share: number,
  spread: number,
): LayerNoise {
  const { growthSlope, growthBend, slopeSlope, slopeBend, activationVariance } = moments;
  const { varianceCoefficient, sharedUnits } = moments;
  if (weights === 'orthogonal') {
    // The layer's norm is fixed: of every sum over its units the part that goes with sum u^2 is missing, 2/N of variance.
    const missing = 2 * share * share;
    return {
      activation: activationVariance - missing * growthSlope ** 2,
      gradient: varianceCoefficient - 2 - missing * slopeSlope ** 2,
      both: sharedUnits - 1 - missing * growthSlope * slopeSlope,
      activationShift: -share * share * growthBend,
      gradientShift: -share * share * slopeBend,
      pull: sharedUnits - 1,
      entryPull: 0,
    };
  }
  // A sum of N products has the excess kurtosis of one of them over N.
  const kurtosis = excessKurtosis[weights] * share * share * spread;
  return {
    activation: activationVariance,
    gradient: varianceCoefficient,
    both: sharedUnits - 1,
    activationShift: (kurtosis * growthBend) / 6,
    gradientShift: (kurtosis * slopeBend) / 6,
    pull: sharedUnits,
    entryPull: excessKurtosis[weights] * sharedUnits,
  };
}
