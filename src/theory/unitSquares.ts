import { type Nonlinearity, nonlinearities } from './nonlinearity.ts';
import { normalNodes } from './normalNodes.ts';

/** f^2 and f'^2 at the nodes of u, for a unit whose pre-activation is sqrt(v) u. */
export interface UnitSquares {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

/** Squares of a unit at ln v, in the order of `normalNodes`. */
export function unitSquares(nonlinearity: Nonlinearity, logVariance: number): UnitSquares {
  const { value, slope } = nonlinearities[nonlinearity];
  const root = Math.exp(logVariance / 2);
  const at = (f: (x: number) => number) => Float64Array.from(normalNodes, ({ node }) => f(root * node) ** 2);
  return { values: at(value), slopes: at(slope) };
}
