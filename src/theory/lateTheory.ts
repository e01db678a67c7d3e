import type { MeanFieldSetting } from './meanFieldSetting.ts';
import type { Pieces } from './pieces.ts';
import type { UnequalSetting, UnequalTheory } from './unequalWidths.ts';
import type { WalkTheory, WalkTheorySettings } from './walkMoments.ts';

export interface NamedGain {
  readonly value: number;
  /** `approximate`: no theory holds at this gain, and walks must tell. */
  readonly kind: 'exact' | 'order-1/N' | 'two-number' | 'approximate' | 'formula';
  /** Set where the source gives no formula for this nonlinearity; the value is then g*. */
  readonly unavailable?: true;
  /** Set where no gain stops the drift, for it jumps over zero or stays below; the value is the one that leaves the least. */
  readonly drifts?: true;
}

/** What the drift of a network depends on. */
export type DriftSetting = Omit<WalkTheorySettings, 'pass' | 'tied'>;

/**
 * Theory of all that has no exact law, as a part that the page loads: before it opens, where its link needs it, else after the
 * first picture.
 */
export interface LateTheory {
  /** ln Z by a theory of finite width, or the mean of infinite width where none holds. */
  walk(settings: WalkTheorySettings): WalkTheory;
  /** Works out in pieces what costs much of the same: `walk` has it then. */
  prepare(settings: WalkTheorySettings): Pieces<void>;
  /** Weight gradients of homogeneous f without biases, to order 1/N. */
  flat(settings: WalkTheorySettings): WalkTheory;
  /** Mean of ln Z of the gradient over the whole depth; cheap enough for a curve over gains. */
  drift(setting: DriftSetting): number;
  /** The gain of zero drift, by the theory that holds there; `approximate` where none does. */
  gain(setting: Omit<MeanFieldSetting, 'gain'>): NamedGain;
  /** The gradient's ln Z through unequal widths by a theory of finite width; null where none holds. */
  unequal(setting: UnequalSetting): UnequalTheory | null;
  /** The gain of zero drift there, near a rough one; null where no theory of finite width holds. */
  unequalGain(setting: Omit<UnequalSetting, 'pass' | 'gain'>, rough: number): number | null;
}

const parts = new Map<'late', LateTheory>();

/** The part, once it is loaded. */
export function lateTheory(): LateTheory | null {
  return parts.get('late') ?? null;
}

/** Hands the loaded part in; what has been worked out without it must be worked out again. */
export function provideLateTheory(part: LateTheory): void {
  parts.set('late', part);
}
