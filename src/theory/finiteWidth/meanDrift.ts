import { meanFieldMean } from '#theory/meanFieldMean.ts';
import type { MeanFieldSetting } from '#theory/meanFieldSetting.ts';
import { residualTheory } from '#theory/residualTheory.ts';
import { finiteKind } from './finiteKind.ts';
import { orderOne } from './orderOne.ts';

/** Mean of ln Z of the gradient over the whole depth: to order 1/N where that holds, else by mean field. */
export function meanDrift(setting: MeanFieldSetting & { readonly residual?: number }): number {
  const { depth, residual } = setting;
  if (residual) return residualTheory({ ...setting, pass: 'backward' }, residual).mean[depth] ?? 0;
  const one = orderOne(setting, 'backward');
  const isValid = finiteKind(setting, 'backward', one) === 'order-1/N';
  return isValid ? (one.mean[depth] ?? 0) : (meanFieldMean(setting, 'backward')[depth] ?? 0);
}
