import type { MeanFieldSetting } from './meanFieldSetting.ts';
import type { Pass } from './pass.ts';

/** What theory is asked of a walk. */
export interface WalkTheorySettings extends MeanFieldSetting {
  readonly pass: Pass;
  /** alpha of residual branches; 0 or absent for a plain network. Not with weight gradients. */
  readonly residual?: number;
}

/** What theory says of ln Z at every entry of a walk, [depth + 1]. */
export interface WalkTheory {
  /** `approximate`: mean field, or the Gaussian law where only the weights' variance is the same. */
  readonly kind: 'exact' | 'approximate';
  readonly mean: Float64Array;
  /** Null where no formula is known. */
  readonly variance: Float64Array | null;
}
