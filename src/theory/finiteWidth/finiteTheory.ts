import type { Pass } from '#theory/pass.ts';
import { finished, type Pieces } from '#theory/pieces.ts';
import { twoNumbersInPieces } from './chain/twoNumbers.ts';
import { type FiniteKind, finiteKind } from './finiteKind.ts';
import type { FiniteSetting } from './meanPath.ts';
import { orderOne } from './orderOne.ts';

/** ln Z of a network of finite width, [depth + 1], by the theory that holds there. */
export interface FiniteTheory {
  readonly kind: FiniteKind;
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Largest standard deviation of v over v, and largest part of a step that is the gradient's memory; to order 1/N. */
  readonly spread: number;
  readonly pull: number;
}

/** Order 1/N where it holds, else the two numbers, else null: the only place that decides. Source: docs/MODEL.md, "Which theory". */
export function* finiteTheoryInPieces(setting: FiniteSetting, pass: Pass): Pieces<FiniteTheory | null> {
  const one = orderOne(setting, pass);
  const kind = finiteKind(setting, pass, one);
  if (kind === null) return null;
  const { mean, variance } = kind === 'order-1/N' ? one : yield* twoNumbersInPieces(setting, pass);
  if (!mean.every(Number.isFinite) || !variance.every(Number.isFinite)) return null;
  return { kind, mean, variance, spread: one.spread, pull: one.pull };
}

export const finiteTheory = (setting: FiniteSetting, pass: Pass): FiniteTheory | null =>
  finished(finiteTheoryInPieces(setting, pass));
