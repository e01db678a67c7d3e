import { type Carried, carriedOver } from './carried.ts';
import type { ChainLayer, ChainPoint } from './chainLayer.ts';
import { certain, noises } from './chainNoise.ts';
import { cubicAt } from './lineGrid.ts';

/** The same at one place; written over and over, for a deep network reads a hundred thousand. */
interface CarriedAt {
  sum: number;
  variance: number;
  square: number;
  squareVariance: number;
  covariance: number;
}

/** Averages over all that may happen in a layer; `base` keeps the sums of squares small. */
interface Total {
  base: number;
  m: number;
  mm: number;
  r: number;
  rr: number;
  mr: number;
}

function read(above: Carried, { places }: ChainLayer['landings'], index: number, at: CarriedAt): void {
  const { starts, weights } = places;
  const isOne = above.sum.length < 4;
  const start = starts[index] ?? 0;
  const a = weights[4 * index] ?? 0;
  const b = weights[4 * index + 1] ?? 0;
  const c = weights[4 * index + 2] ?? 0;
  const d = weights[4 * index + 3] ?? 0;
  const of = (row: Float64Array) => (isOne ? (row[0] ?? 0) : cubicAt(row, start, a, b, c, d));
  at.sum = of(above.sum);
  at.variance = Math.max(0, of(above.variance));
  at.square = Math.max(1e-9, of(above.square));
  at.squareVariance = Math.max(0, of(above.squareVariance));
  at.covariance = of(above.covariance);
}

/** Adds what happens at one value of rho^2 and one noise z, of probability w; `fixed` is the sum without the step's own factor. */
function addSquare(
  total: Total,
  point: ChainPoint,
  at: CarriedAt,
  z: number,
  own: number,
  fixed: number,
  value: number,
  w: number,
): void {
  const { gradientSlope, gradientVariance, pull, crossed, renews } = point;
  const { square, squareVariance, covariance, variance } = at;
  const slope = squareVariance > 0 ? covariance / squareVariance : 0;
  const unexplained = Math.max(0, variance - slope * covariance);
  const factor = Math.max(0.02, 1 + (value - 1) * pull);
  const spread = (gradientVariance - 2 * pull ** 2 + crossed * (value - 1)) / factor ** 2;
  const leaning = gradientSlope / factor;
  const rest = Math.max(0, spread - leaning ** 2);
  const inverse = Math.exp(Math.min(1, leaning ** 2 / 2 - leaning * z + rest));
  const old = point.keeps * own * value * inverse;
  const next = (old + renews) / factor;
  const fourth =
    (old * old * Math.exp(Math.min(1, rest)) + 6 * old * renews + 3 * renews * renews) / factor ** 2;
  const step = Math.log(factor) - (spread - gradientVariance) / 2 + leaning * z;
  const moved = fixed - total.base + slope * (value - square) + step;
  total.m += w * moved;
  total.mm += w * (unexplained + rest + moved * moved);
  total.r += w * next;
  total.rr += w * fourth;
  total.mr += w * (moved * next - (rest * old) / factor);
}

/**
 * Adds what one noise brings. Two values of rho^2 stand for all: Gauss's nodes of the Gamma law of its mean and variance, whose first
 * three moments they have.
 */
function addNoise(
  total: Total,
  point: ChainPoint,
  at: CarriedAt,
  z: number,
  weight: number,
  own: number,
  fixed: number,
): void {
  const { square, squareVariance } = at;
  if (Number.isNaN(total.base)) total.base = fixed;
  const scale = squareVariance / square;
  const shape = square / scale;
  if (!(shape < 1e9)) {
    addSquare(total, point, at, z, own, fixed, square, weight);
    return;
  }
  const root = Math.sqrt(shape + 1);
  addSquare(total, point, at, z, own, fixed, scale * (shape + 1 - root), (weight * (1 + 1 / root)) / 2);
  addSquare(total, point, at, z, own, fixed, scale * (shape + 1 + root), (weight * (1 - 1 / root)) / 2);
}

/** Whether all points are one, and what is carried to them does not depend on where they lead. */
const isUniform = (points: readonly ChainPoint[], above: Carried) =>
  points.length > 1 &&
  points[0] === points.at(-1) &&
  Object.values(above).every((row: Float64Array) => row.every((value) => value === row[0]));

/**
 * One step down, landing in `layer`: `taken` is what of ln p of this layer is added too (-1 for the weights' reference). Written over
 * `landed`, which has the layer's points and is not `above`.
 */
export function stepDown(
  { points, landings, entryShift }: ChainLayer,
  above: Carried,
  taken: number,
  landed: Carried = carriedOver(points.length),
): Carried {
  const { logActivation, own } = landings;
  const at: CarriedAt = { sum: 0, variance: 0, square: 0, squareVariance: 0, covariance: 0 };
  const total: Total = { base: 0, m: 0, mm: 0, r: 0, rr: 0, mr: 0 };
  for (let i = 0; i < points.length; i++) {
    const point = points[i];
    if (!point) break;
    total.base = Number.NaN;
    total.m = total.mm = total.r = total.rr = total.mr = 0;
    for (let j = 0; j < noises.length; j++) {
      const { z, weight } = noises[j] ?? certain;
      const index = noises.length * i + j;
      read(above, landings, index, at);
      const fixed = at.sum + point.step + entryShift + taken * (logActivation[index] ?? 0);
      addNoise(total, point, at, z, weight, own[index] ?? 1, fixed);
    }
    landed.sum[i] = total.base + total.m;
    landed.variance[i] = total.mm - total.m ** 2;
    landed.square[i] = total.r;
    landed.squareVariance[i] = Math.max(0, total.rr - total.r ** 2);
    landed.covariance[i] = total.mr - total.m * total.r;
    if (taken !== 0 || i > 0 || !isUniform(points, above)) continue;
    for (const row of Object.values(landed)) row.fill(row[0]);
    break;
  }
  return landed;
}
