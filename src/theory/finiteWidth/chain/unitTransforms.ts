import type { Nonlinearity } from '#theory/nonlinearity.ts';
import { normalNodes } from '#theory/normalNodes.ts';
import { unitSquares } from '#theory/unitSquares.ts';
import { transformStep } from './logSumLaw.ts';

/** Laplace transform of a unit's square over its mean, at the nodes of `logSumLaw`. */
export interface UnitTransform {
  /** Probability that the square is zero. */
  readonly zero: number;
  readonly at: (index: number) => number;
}

export interface UnitTransforms {
  /** Of f^2/F. */
  readonly activation: UnitTransform;
  /** Of f'^2 G^2/C, G ~ N(0, 1). */
  readonly gradient: UnitTransform;
}

const weights = Float64Array.from(normalNodes, ({ weight }) => weight);

/** E of a function of a unit's square. */
function average(squares: Float64Array, of: (square: number) => number): number {
  let sum = 0;
  for (let i = 0; i < squares.length; i++) sum += (weights[i] ?? 0) * of(squares[i] ?? 0);
  return sum;
}

/** Squares smaller than this of their mean are none: walks' 32-bit numbers cannot hold their roots. */
const smallest = 1e-76;

/** `factor(y)` is what a square x with t x/E x = y gives: E e^(-y) over the number that multiplies the square. */
function transformOf(all: Float64Array, factor: (y: number) => number): UnitTransform {
  const mean = average(all, (x) => x);
  const squares = all.map((x) => (x < smallest * mean ? 0 : x));
  const known = new Map<number, number>();
  return {
    zero: average(squares, (x) => (x === 0 ? 1 : 0)),
    at(index) {
      const t = Math.exp(index * transformStep) / mean;
      const value = known.get(index) ?? average(squares, (x) => factor(t * x));
      known.set(index, value);
      return value;
    },
  };
}

const tables = new Map<Nonlinearity, Map<number, UnitTransforms>>();

/** Transforms of a unit at ln v, kept: every width's sums are powers of them. */
export function unitTransforms(nonlinearity: Nonlinearity, logVariance: number): UnitTransforms {
  const table = tables.get(nonlinearity) ?? new Map<number, UnitTransforms>();
  tables.set(nonlinearity, table);
  const known = table.get(logVariance);
  if (known) return known;
  const { values, slopes } = unitSquares(nonlinearity, logVariance);
  const made = {
    activation: transformOf(values, (y) => Math.exp(-y)),
    gradient: transformOf(slopes, (y) => 1 / Math.sqrt(1 + 2 * y)),
  };
  table.set(logVariance, made);
  return made;
}
