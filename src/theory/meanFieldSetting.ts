import type { Nonlinearity } from './nonlinearity.ts';
import type { WeightLaw } from './weightLaw.ts';

/** What mean field needs to know of a network. */
export interface MeanFieldSetting {
  readonly nonlinearity: Nonlinearity;
  readonly weights: WeightLaw;
  readonly depth: number;
  readonly width: number;
  readonly gain: number;
  readonly inputScale: number;
  readonly biasDeviation: number;
}
