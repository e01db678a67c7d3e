import type { Nonlinearity } from './nonlinearity.ts';
import { type UnitMoments, unitMoments } from './unitMoments.ts';
import type { WeightLaw } from './weightLaw.ts';

export interface MeanFieldSetting {
  readonly nonlinearity: Nonlinearity;
  readonly weights: WeightLaw;
  readonly depth: number;
  readonly width: number;
  readonly gain: number;
  readonly inputScale: number;
  readonly biasDeviation: number;
}

/** Averages over the units of every layer d = 0..D. */
export interface MeanField {
  /** Expected growth of ln |delta|^2 in the backward step that lands in layer d, finite-width correction included. */
  readonly backwardSteps: Float64Array;
  /** Var of that step, c_d/N. */
  readonly stepVariances: Float64Array;
  /** ln of the mean squared activation of layer d. */
  readonly logActivations: Float64Array;
}

/**
 * Mean field: q_d = g^2 E f(sqrt(q_(d-1)) u)^2 + sigma_b^2, with the correction -c_d/(2N) to the mean of ln z.
 * Approximate: it neglects that steps are correlated through the forward pass. Source: docs/MODEL.md, "One step".
 */
export function meanField(setting: MeanFieldSetting): MeanField {
  const { nonlinearity, weights, depth, width, gain, inputScale, biasDeviation } = setting;
  const logGain = 2 * Math.log(gain);
  // An orthogonal step has the direction's share of the variance only.
  const norm = weights === 'orthogonal' ? 2 : 0;
  const backwardSteps = new Float64Array(depth + 1);
  const stepVariances = new Float64Array(depth + 1);
  const logActivations = new Float64Array(depth + 1);
  let logQ = 2 * Math.log(inputScale);
  let moments: UnitMoments = unitMoments(nonlinearity, logQ);
  for (let d = 0; d <= depth; d++) {
    const c = Math.max(0, moments.varianceCoefficient - norm);
    backwardSteps[d] = logGain + moments.logSlope - c / (2 * width);
    stepVariances[d] = c / width;
    logActivations[d] = logQ + moments.logGrowth;
    let next = logGain + logQ + moments.logGrowth;
    if (biasDeviation > 0) next = logSum(next, 2 * Math.log(biasDeviation));
    // Once the fixed point is reached nothing changes any more.
    if (Math.abs(next - logQ) > 1e-13) moments = unitMoments(nonlinearity, next);
    logQ = next;
  }
  return { backwardSteps, stepVariances, logActivations };
}

/** ln(e^a + e^b). */
function logSum(a: number, b: number): number {
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}
