import type { Pass } from '#theory/pass.ts';
import type { FiniteSetting } from './meanPath.ts';
import { type OrderOne, orderOne } from './orderOne.ts';
import { twoNumbers } from './twoNumbers.ts';

/** How far a theory of finite width goes. */
export type FiniteKind = 'order-1/N' | 'two-number';

/** ln Z of a network of finite width, [depth + 1], by the theory that holds there. */
export interface FiniteTheory {
  readonly kind: FiniteKind;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Largest standard deviation of v over v, and largest part of a step that is the gradient's memory; to order 1/N. */
  readonly spread: number;
  readonly pull: number;
}

/** Below this width a layer's sums are far from Normal. */
export const narrowest = 20;

/** Up to here order 1/N holds: the variance to 8 %, the mean to 0.1 + 2 %. */
const limits = { bending: 0.03, pull: 0.02, rest: 0.1, persistence: 0.02 } as const;
/** Weight gradients of nearly homogeneous networks are a walk that comes back, which the two numbers do not follow. */
const alignedLimits = { bending: 0.1, pull: 0.1 } as const;
/** Beyond this c/N a single step is so wide that its logarithm has little to do with its mean. */
const widestStep = 3;

/** Which theory holds, by numbers that order 1/N gives of itself; null for none. */
export function finiteKind(setting: FiniteSetting, pass: Pass, one: OrderOne): FiniteKind | null {
  if (Math.min(...(setting.widths ?? [setting.width])) < narrowest) return null;
  if (pass === 'weights' && one.alignment > 0.1) {
    return one.bending < alignedLimits.bending && one.pull < alignedLimits.pull ? 'order-1/N' : null;
  }
  const { bending, pull, rest, widest, persistence } = one;
  const isFirst =
    bending < limits.bending &&
    pull < limits.pull &&
    (pass === 'forward' || rest < limits.rest) &&
    (pass !== 'weights' || persistence < limits.persistence);
  if (isFirst) return 'order-1/N';
  // The chain of two numbers knows equal widths only.
  if (setting.widths || (pass !== 'forward' && widest > widestStep)) return null;
  return 'two-number';
}

/** Order 1/N where it holds, else the two numbers, else null: the only place that decides. Source: docs/MODEL.md, "Which theory". */
export function finiteTheory(setting: FiniteSetting, pass: Pass): FiniteTheory | null {
  const one = orderOne(setting, pass);
  const kind = finiteKind(setting, pass, one);
  if (kind === null) return null;
  const { mean, variance } = kind === 'order-1/N' ? one : twoNumbers(setting, pass);
  if (![...mean, ...variance].every(Number.isFinite)) return null;
  return { kind, mean, variance, spread: one.spread, pull: one.pull };
}
