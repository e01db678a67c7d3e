import { isOfBlocks } from './isOfBlocks.ts';
import { lateTheory } from './lateTheory.ts';
import type { MeanFieldSetting } from './meanFieldSetting.ts';
import type { Norm } from './norm.ts';
import { stepLaw } from './stepLaw.ts';
import { isRotationInvariant } from './weightLaw.ts';

export interface GainSetting extends Omit<MeanFieldSetting, 'gain'> {
  /** alpha of residual branches; 0 or absent for a plain network. */
  readonly residual?: number;
  /** Normalisation of what enters every matrix; absent for none. */
  readonly norm?: Norm;
}

/**
 * Mean growth of ln |delta|^2 a layer, averaged over the depth, at a gain: exact where `walkTheory` is, to order 1/N where that
 * holds, and otherwise mean field with each step's own correction; cheap enough for a curve over gains.
 */
export function driftPerLayer(setting: GainSetting, gain: number): number {
  const { depth, nonlinearity, weights, width } = setting;
  const law = isOfBlocks(setting)
    ? null
    : stepLaw(nonlinearity, isRotationInvariant(weights) ? weights : 'gaussian', width);
  return law
    ? 2 * Math.log(gain) + law.mean
    : (lateTheory()?.drift({ ...setting, gain }) ?? Number.NaN) / depth;
}
