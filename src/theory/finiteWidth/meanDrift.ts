import { blockTheory, normedDrift } from '#theory/blockTheory.ts';
import type { DriftSetting } from '#theory/lateTheory.ts';
import { meanFieldMean } from '#theory/meanFieldMean.ts';
import { finiteKind } from './finiteKind.ts';
import { orderOne } from './orderOne.ts';

/**
 * Mean of ln Z of the gradient over the whole depth: to order 1/N where that holds, else by mean field. Of a normalised network without branches
 * all layers count as those between its ends: the last one's divisor is the given input's.
 */
export function meanDrift(setting: DriftSetting): number {
  const { depth, residual, norm = 'none' } = setting;
  if (residual) return blockTheory({ ...setting, pass: 'backward' }).mean[depth] ?? 0;
  if (norm !== 'none') return depth * normedDrift(setting);
  const one = orderOne(setting, 'backward');
  const isValid = finiteKind(setting, 'backward', one) === 'order-1/N';
  return isValid ? (one.mean[depth] ?? 0) : (meanFieldMean(setting, 'backward')[depth] ?? 0);
}
