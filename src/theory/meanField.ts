import type { MeanFieldSetting } from './meanFieldSetting.ts';
import { firstUnit, missingVariance, nextUnit } from './unitFlow.ts';

/** Averages over the units of every layer d = 0..D. */
export interface MeanField {
  /** Expected growth of ln |delta|^2 in the backward step that lands in layer d, finite-width correction included. */
  readonly backwardSteps: Float64Array;
  /** Var of that step, c_d/N. */
  readonly stepVariances: Float64Array;
}

/**
 * Mean field of the gradient: q_d = g^2 E f(sqrt(q_(d-1)) u)^2 + sigma_b^2, with the correction -c_d/(2N) to the mean
 * of ln z. Approximate: it neglects that steps are correlated through the forward pass. Source: docs/MODEL.md, "One step".
 */
export function meanField(setting: MeanFieldSetting): MeanField {
  const { depth, width, gain } = setting;
  const missing = missingVariance(setting);
  const backwardSteps = new Float64Array(depth + 1);
  const stepVariances = new Float64Array(depth + 1);
  let unit = firstUnit(setting);
  for (let d = 0; d <= depth; d++) {
    const { logSlope, logGrowth, varianceCoefficient } = unit.moments;
    const c = Math.max(0, varianceCoefficient - missing);
    backwardSteps[d] = 2 * Math.log(gain) + logSlope - c / (2 * width);
    stepVariances[d] = c / width;
    unit = nextUnit(setting, unit, unit.logQ + logGrowth);
  }
  return { backwardSteps, stepVariances };
}
