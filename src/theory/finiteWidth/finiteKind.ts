import { narrowest } from '#theory/narrowest.ts';
import type { Pass } from '#theory/pass.ts';
import type { FiniteSetting } from './meanPath.ts';
import type { OrderOne } from './orderOne.ts';

/** How far a theory of finite width goes. */
export type FiniteKind = 'order-1/N' | 'two-number';

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
