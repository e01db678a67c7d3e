import type { Nonlinearity } from '#theory/nonlinearity.ts';
import { unitSquares, type WeightedSquares } from '#theory/unitSquares.ts';
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

/** Squares smaller than this of their mean are none: walks' 32-bit numbers cannot hold their roots. */
const smallest = 1e-76;

/** E of a power of a square. */
function momentOf({ squares, weights }: WeightedSquares, power: number): number {
  let sum = 0;
  for (let i = 0; i < squares.length; i++) sum += (weights[i] ?? 0) * (squares[i] ?? 0) ** power;
  return sum;
}

/** What a square x with t x/E x = y gives, E e^(-y) over the number that multiplies the square, and its power series. */
interface Factor {
  readonly of: (y: number) => number;
  readonly series: readonly number[];
}

/** Up to this largest y eight terms are right to 1e-8 of the first. */
const short = 0.04;

const powers = [1, 2, 3, 4, 5, 6, 7, 8] as const;

const exponential: Factor = {
  of: (y) => Math.exp(-y),
  series: powers.map((k) => powers.slice(0, k).reduce((product: number, i) => -product / i, 1)),
};
const ofNormal: Factor = {
  of: (y) => 1 / Math.sqrt(1 + 2 * y),
  series: powers.map((k) =>
    powers.slice(0, k).reduce((product: number, i) => (-product * (2 * i - 1)) / i, 1),
  ),
};

function transformOf({ squares: all, weights }: WeightedSquares, { of, series }: Factor): UnitTransform {
  const mean = momentOf({ squares: all, weights }, 1);
  const squares = all.map((x) => (x < smallest * mean ? 0 : x / mean));
  const largest = squares.reduce((most, x) => Math.max(most, x), 0);
  const terms = powers.map((k, i) => (series[i] ?? 0) * momentOf({ squares, weights }, k));
  const exactly = (t: number) => {
    let sum = 0;
    for (let i = 0; i < squares.length; i++) sum += (weights[i] ?? 0) * of(t * (squares[i] ?? 0));
    return sum;
  };
  const shortly = (t: number) => 1 + t * terms.reduceRight((sum, term) => sum * t + term, 0);
  const known = new Map<number, number>();
  return {
    zero: squares.reduce((sum, x, i) => (x === 0 ? sum + (weights[i] ?? 0) : sum), 0),
    at(index) {
      const t = Math.exp(index * transformStep);
      const value = known.get(index) ?? (t * largest < short ? shortly(t) : exactly(t));
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
    activation: transformOf(values, exponential),
    gradient: transformOf(slopes, ofNormal),
  };
  table.set(logVariance, made);
  return made;
}
