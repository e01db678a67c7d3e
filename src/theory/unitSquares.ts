import { type Nonlinearity, nonlinearities } from './nonlinearity.ts';
import { normalNodes, smooth, smoothNodes } from './normalNodes.ts';

/** Squares that a unit takes, and their probabilities. */
export interface WeightedSquares {
  readonly squares: Float64Array;
  readonly weights: Float64Array;
}

/** f^2 and f'^2 for a unit whose pre-activation is sqrt(v) u. */
export interface UnitSquares {
  readonly values: WeightedSquares;
  readonly slopes: WeightedSquares;
}

/** Squares of a unit at ln v, for sums of eight or more. Where both signs of u give the same, they count as one. */
export function unitSquares(nonlinearity: Nonlinearity, logVariance: number): UnitSquares {
  const { value, slope } = nonlinearities[nonlinearity];
  const root = Math.exp(logVariance / 2);
  const nodes = logVariance <= smooth ? smoothNodes : normalNodes;
  const of = (f: (x: number) => number): WeightedSquares => {
    const above = nodes.map(({ node }) => f(root * node) ** 2);
    const below = nodes.map(({ node }) => f(-root * node) ** 2);
    const once = nodes.map(({ weight }) => weight);
    return above.every((square, i) => square === below[i])
      ? { squares: Float64Array.from(above), weights: Float64Array.from(once, (weight) => 2 * weight) }
      : { squares: Float64Array.from([...above, ...below]), weights: Float64Array.from([...once, ...once]) };
  };
  return { values: of(value), slopes: of(slope) };
}
