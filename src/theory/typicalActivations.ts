import type { MeanFieldSetting } from './meanFieldSetting.ts';
import { firstUnit, missingVariance, nextUnit } from './unitFlow.ts';

/**
 * Typical ln(|h_d|^2/N) of every layer, [depth + 1]: mean field whose q follows the typical activation, which falls behind
 * the mean one by half the variance of every step. Approximate. Source: docs/MODEL.md, "One step".
 */
export function typicalActivations(setting: MeanFieldSetting): Float64Array {
  const { depth, width } = setting;
  const missing = missingVariance(setting);
  const activations = new Float64Array(depth + 1);
  let unit = firstUnit(setting);
  for (let d = 0; d <= depth; d++) {
    const { logGrowth, activationVariance } = unit.moments;
    const lag = Math.max(0, activationVariance - missing) / (2 * width);
    const logActivation = unit.logQ + logGrowth - lag;
    activations[d] = logActivation;
    unit = nextUnit(setting, unit, logActivation);
  }
  return activations;
}
