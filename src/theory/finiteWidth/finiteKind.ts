import { narrowest } from '#theory/narrowest.ts';
import type { Pass } from '#theory/pass.ts';
import type { FiniteSetting } from './meanPath.ts';
import type { OrderOne } from './orderOne.ts';

/** How far a theory of finite width goes. */
export type FiniteKind = 'order-1/N' | 'two-number';

/** Up to here order 1/N holds: the variance to 8 %, the mean to 0.1 + 2 %. */
const limits = { bending: 0.03, pull: 0.02, rest: 0.1, persistence: 0.02, step: 0.1 } as const;
/**
 * Nearly homogeneous networks keep a_d . delta_d, so that their weight gradients come back: of this share of the variance on, the two
 * numbers do not follow, and order 1/N holds as it does for homogeneous ones.
 */
const aligned = { backward: 0.4, weights: 0.25 } as const;
const alignedLimits = { bending: 0.1, pull: 0.1, step: { backward: 0.1, weights: 0.3 } } as const;
/** Between these it takes a straight line besides. */
const slightlyAligned = 0.1;
/** Beyond this variance of a single step its logarithm has little to do with its mean. */
const widestStep = 2.5;
/** The gradient's last step, which no other meets, is known by its own law, until erf's slopes are too small for 32-bit numbers. */
const widestLast = 4.5;

/**
 * What wide steps may add to the two numbers' mean. Few units of a layer carry the gradient then, and the next layer's step
 * knows which: 0.7 step^2/N a layer was measured (docs/MODEL.md, "Which theory"); after the last step no other follows.
 * Orthogonal weights' steps are known up to their variance over N.
 */
function meanError({ depth, width, weights }: FiniteSetting, pass: Pass, one: OrderOne): number {
  const { followedStep, followedSquares, step } = one;
  const ofOrthogonal = ((pass === 'forward' ? step : followedStep) * depth) / width;
  return Math.max(
    pass === 'forward' ? 0 : 0.7 * followedSquares,
    weights === 'orthogonal' ? ofOrthogonal : 0,
  );
}

/** Widths of the layers whose units the pass averages over: the gradient begins at the last one and does not land in it. */
function landedWidths({ width, widths }: FiniteSetting, pass: Pass): readonly number[] {
  if (!widths) return [width];
  return pass === 'backward' ? widths.slice(0, -1) : widths;
}

/** Which theory holds, by numbers that order 1/N gives of itself; null for none. */
export function finiteKind(setting: FiniteSetting, pass: Pass, one: OrderOne): FiniteKind | null {
  if (Math.min(...landedWidths(setting, pass)) < narrowest) return null;
  const { bending, pull, rest, step, followedStep, persistence, alignment, mean } = one;
  if (pass !== 'forward' && alignment > aligned[pass]) {
    const isNear = bending < alignedLimits.bending && pull < alignedLimits.pull;
    return isNear && step < alignedLimits.step[pass] ? 'order-1/N' : null;
  }
  const isFirst =
    bending < limits.bending &&
    pull < limits.pull &&
    step < limits.step &&
    (pass === 'forward' || rest < limits.rest) &&
    (pass !== 'weights' || persistence < limits.persistence);
  if (isFirst) return 'order-1/N';
  if (pass === 'weights' && alignment > slightlyAligned && bending > alignedLimits.bending) return null;
  // Through unequal widths the chain of two numbers is that of the gradient.
  if (setting.widths && pass !== 'backward') return null;
  if (step > widestLast || (pass === 'forward' ? step : followedStep) > widestStep) return null;
  const allowed = 0.1 + 0.02 * Math.abs(mean[setting.depth] ?? 0);
  return meanError(setting, pass, one) < allowed ? 'two-number' : null;
}
