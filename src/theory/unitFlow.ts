import type { MeanFieldSetting } from './meanFieldSetting.ts';
import { type UnitMoments, unitMoments } from './unitMoments.ts';

/** The units of a layer: ln q, q the variance of their pre-activations, and what follows from it. */
export interface Unit {
  readonly logQ: number;
  readonly moments: UnitMoments;
}

/** The units of layer 0. */
export function firstUnit({ nonlinearity, inputScale }: MeanFieldSetting): Unit {
  const logQ = 2 * Math.log(inputScale);
  return { logQ, moments: unitMoments(nonlinearity, logQ) };
}

/** The units of the layer after one whose mean squared activation is e^logActivation; at a fixed point, the same. */
export function nextUnit(setting: MeanFieldSetting, before: Unit, logActivation: number): Unit {
  const { nonlinearity, gain, biasDeviation } = setting;
  const driven = 2 * Math.log(gain) + logActivation;
  const logQ = biasDeviation > 0 ? logSum(driven, 2 * Math.log(biasDeviation)) : driven;
  const isFixed = Math.abs(logQ - before.logQ) < 1e-13;
  return { logQ, moments: isFixed ? before.moments : unitMoments(nonlinearity, logQ) };
}

/** Part of N Var ln z that an orthogonal step does not have: it has the direction's share only. */
export function missingVariance({ weights }: MeanFieldSetting): number {
  return weights === 'orthogonal' ? 2 : 0;
}

/** ln(e^a + e^b). */
function logSum(a: number, b: number): number {
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}
