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
  /** Typical ln of the mean squared activation of layer d. */
  readonly logActivations: Float64Array;
}

/**
 * Mean field: q_d = g^2 E f(sqrt(q_(d-1)) u)^2 + sigma_b^2, with the correction -c_d/(2N) to the mean of ln z.
 * Approximate: it neglects that steps are correlated through the forward pass. Activations follow the typical
 * instead of the mean q, which falls behind by half the variance of every step. Source: docs/MODEL.md, "One step".
 */
export function meanField(setting: MeanFieldSetting): MeanField {
  const { nonlinearity, weights, depth, width, gain, inputScale } = setting;
  // An orthogonal step has the direction's share of the variance only.
  const norm = weights === 'orthogonal' ? 2 : 0;
  const step = { ...setting, logGain: 2 * Math.log(gain) };
  const backwardSteps = new Float64Array(depth + 1);
  const stepVariances = new Float64Array(depth + 1);
  const logActivations = new Float64Array(depth + 1);
  let mean = unitAt(nonlinearity, 2 * Math.log(inputScale), null);
  let typical = mean;
  for (let d = 0; d <= depth; d++) {
    const c = Math.max(0, mean.moments.varianceCoefficient - norm);
    backwardSteps[d] = step.logGain + mean.moments.logSlope - c / (2 * width);
    stepVariances[d] = c / width;
    const spread = Math.max(0, typical.moments.activationVariance - norm);
    const logActivation = typical.logQ + typical.moments.logGrowth - spread / (2 * width);
    logActivations[d] = logActivation;
    mean = unitAt(nonlinearity, nextLogQ(step, mean.logQ + mean.moments.logGrowth), mean);
    typical = unitAt(nonlinearity, nextLogQ(step, logActivation), typical);
  }
  return { backwardSteps, stepVariances, logActivations };
}

/** The units of a layer: ln q and what follows from it. */
interface Unit {
  readonly logQ: number;
  readonly moments: UnitMoments;
}

/** Moments at ln q, those of the layer before where nothing has changed: so it is at a fixed point. */
function unitAt(nonlinearity: Nonlinearity, logQ: number, before: Unit | null): Unit {
  const isFixed = before !== null && Math.abs(logQ - before.logQ) < 1e-13;
  return { logQ, moments: isFixed ? before.moments : unitMoments(nonlinearity, logQ) };
}

/** ln q of the next layer after mean squared activations e^logActivation. */
function nextLogQ(
  { logGain, biasDeviation }: { readonly logGain: number; readonly biasDeviation: number },
  logActivation: number,
): number {
  const next = logGain + logActivation;
  return biasDeviation > 0 ? logSum(next, 2 * Math.log(biasDeviation)) : next;
}

/** ln(e^a + e^b). */
function logSum(a: number, b: number): number {
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}
