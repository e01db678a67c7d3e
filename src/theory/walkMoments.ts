import type { MeanFieldSetting } from './meanFieldSetting.ts';
import type { Norm } from './norm.ts';
import type { Pass } from './pass.ts';

/** What theory is asked of a walk. */
export interface WalkTheorySettings extends MeanFieldSetting {
  readonly pass: Pass;
  /** alpha of residual branches; 0 or absent for a plain network. */
  readonly residual?: number;
  /** Normalisation of what enters every matrix; absent for none. */
  readonly norm?: Norm;
  /** 1 where every layer has the same matrix and biases; 0 or absent where each has new ones. */
  readonly tied?: number;
}

/**
 * How theory knows what it says: an exact law, a theory of finite width, or mean field, which has a mean alone, as
 * has the leading order of normalised networks. `new-matrices` is none of a tied network: what new matrices would do, which one matrix does for as many layers as `newMatricesHold`, NaN beyond.
 */
export const theoryKinds = [
  'exact',
  'order-1/N',
  'two-number',
  'mean-field',
  'leading-order',
  'new-matrices',
] as const;

export type TheoryKind = (typeof theoryKinds)[number];

/** What theory says of ln Z at every entry of a walk, [depth + 1]. */
export interface WalkTheory {
  readonly kind: TheoryKind;
  readonly mean: Float64Array;
  /** Null where no formula is known; always for `mean-field` and `leading-order`. */
  readonly variance: Float64Array | null;
  /** How far the theory of finite width is from its end, where it is the one: largest sd(v)/v, and the gradient's memory in a step. */
  readonly spread?: number;
  readonly pull?: number;
}
