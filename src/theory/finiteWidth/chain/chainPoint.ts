import { layerNoise } from '#theory/finiteWidth/layerNoise.ts';
import { memoryStep } from '#theory/finiteWidth/memoryStep.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import { unitMoments } from '#theory/unitMoments.ts';
import type { WeightLaw } from '#theory/weightLaw.ts';
import type { ChainPoint } from './chainLayer.ts';
import { logLengthLaw } from './logLengthLaw.ts';
import type { SumLaws } from './logSumLaw.ts';

/** What the two-number chain needs to know of a network. */
export interface ChainSetting {
  readonly nonlinearity: Nonlinearity;
  readonly weights: WeightLaw;
  readonly width: number;
  readonly logGain: number;
  readonly biasDeviation: number;
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
  const share = weightShare ?? 0;
  const noise = layerNoise(moments, weights, share, spread);
  const { activation, gradient } = laws(logVariance);
  // Lengths that orthogonal weights fix: of the weights' part of a layer, and of the gradient that comes down.
  const length = weights === 'orthogonal' ? logLengthLaw(width) : { mean: 0, variance: 0 };
  const { growthSlope, slopeSlope } = moments;
  const ofLayer = (slope: number) => length.variance * (share * slope) ** 2;
  const meanOfLayer = (slope: number) =>
    share * slope * (length.mean + length.variance / 2) - ofLayer(slope) / 2;
  const activationVariance = Math.max(0, activation.variance - ofLayer(growthSlope));
  const gradientVariance = Math.max(0, gradient.variance - length.variance - ofLayer(slopeSlope));
  const activationMean = activation.mean - meanOfLayer(growthSlope) + noise.activationShift / width;
  const gradientMean = gradient.mean - length.mean - meanOfLayer(slopeSlope) + noise.gradientShift / width;
  const product = Math.sqrt(Math.max(0, noise.activation * noise.gradient));
  const correlation = product > 1e-12 ? Math.max(-1, Math.min(1, noise.both / product)) : 0;
  const { keeps, gains } = memoryStep({ share: weightShare ?? 1, moments });
  const pull = noise.pull / width;
  return {
    growth: moments.logGrowth + activationMean,
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
