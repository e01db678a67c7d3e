import type { Nonlinearity } from '#theory/nonlinearity.ts';
import { unitMoments } from '#theory/unitMoments.ts';
import type { WeightLaw } from '#theory/weightLaw.ts';
import { layerNoise } from './layerNoise.ts';
import { memoryStep } from './memoryStep.ts';
import type { SumLaws } from './sumLaws.ts';

/** What the two-number chain needs to know of a network. */
export interface ChainSetting {
  readonly nonlinearity: Nonlinearity;
  readonly weights: WeightLaw;
  readonly width: number;
  readonly logGain: number;
  readonly biasDeviation: number;
}

/** A layer whose v is known: what it does to the activations that leave it and to the gradient that lands in it. */
export interface ChainPoint {
  /** ln p = logActivation + activationNoise z, z ~ N(0, 1); p = |h|^2/N. */
  readonly logActivation: number;
  readonly activationNoise: number;
  /** ln of the gradient's step has this mean and variance for an independent rho ~ N(0, 1); given z, its mean has gradientSlope z more. */
  readonly step: number;
  readonly gradientVariance: number;
  readonly gradientSlope: number;
  /** The step's factor is 1 + (rho^2 - 1) pull on average, and its variance at rho^2 has (rho^2 - 1) crossed - 2 pull^2 more. */
  readonly pull: number;
  readonly crossed: number;
  /** rho' ^2 = (rho sqrt(keeps) + sqrt(renews) y)^2 over the step's factor. */
  readonly keeps: number;
  readonly renews: number;
}

/** The point of a layer at ln v, of which the share `weightShare` comes from the weights (null for layer 0, which they do not make); `spread` is E h^4/(E h^2)^2 below. */
export function chainPoint(
  { nonlinearity, weights, width, logGain }: ChainSetting,
  laws: (logVariance: number) => SumLaws,
  logVariance: number,
  weightShare: number | null,
  spread: number,
): ChainPoint {
  const moments = unitMoments(nonlinearity, logVariance);
  const noise = layerNoise(moments, weights, weightShare ?? 0, spread);
  const { activation, gradient } = laws(logVariance);
  // Sums of independent units by their exact law; what other weights change of it, to order 1/N.
  const fewer = (full: number, exact: number, leading: number) =>
    Math.max(0, full > 0 ? exact * (leading / full) : 0);
  const activationVariance = fewer(moments.activationVariance, activation.variance, noise.activation);
  const gradientVariance = fewer(moments.varianceCoefficient, gradient.variance, noise.gradient);
  const activationMean =
    activation.mean + (activation.variance - activationVariance) / 2 + noise.activationShift / width;
  const gradientMean =
    gradient.mean + (gradient.variance - gradientVariance) / 2 + noise.gradientShift / width;
  const product = Math.sqrt(Math.max(0, noise.activation * noise.gradient));
  const correlation = product > 1e-12 ? Math.max(-1, Math.min(1, noise.both / product)) : 0;
  const { keeps, gains } = memoryStep({ share: weightShare ?? 1, moments });
  const pull = noise.pull / width;
  return {
    logActivation: logVariance + moments.logGrowth + activationMean,
    activationNoise: Math.sqrt(activationVariance),
    step: logGain + moments.logSlope + gradientMean,
    gradientSlope: correlation * Math.sqrt(gradientVariance),
    gradientVariance,
    pull,
    crossed: (4 * Math.max(0, moments.sharedSquares - moments.sharedUnits ** 2)) / width ** 2,
    keeps,
    renews: Math.max(0, 1 + gains - keeps),
  };
}
