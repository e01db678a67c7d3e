import type { MeanFieldSetting } from './meanFieldSetting.ts';
import { walkTheory } from './walkTheory.ts';

export interface GainSetting extends Omit<MeanFieldSetting, 'gain'> {
  /** alpha of residual branches; 0 or absent for a plain network. */
  readonly residual?: number;
}

/** Mean growth of ln |delta|^2 a layer, averaged over the depth, at a gain: exact where `walkTheory` is. */
export function driftPerLayer(setting: GainSetting, gain: number): number {
  const { mean } = walkTheory({ ...setting, gain, pass: 'backward' });
  return (mean[setting.depth] ?? 0) / setting.depth;
}
