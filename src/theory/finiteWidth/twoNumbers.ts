import type { Pass } from '#theory/pass.ts';
import { type ChainLayer, chainLayers, noises } from './chainLayers.ts';
import type { ChainPoint } from './chainPoint.ts';
import { type Place, readAt } from './lineGrid.ts';
import type { FiniteSetting } from './meanPath.ts';
import { squareNodes } from './squareNodes.ts';
import { createSumLaws } from './sumLaws.ts';

/** Mean and variance of the sum of a walk's steps so far and of rho^2, at each point of a layer. */
interface Carried {
  readonly sum: Float64Array;
  readonly variance: Float64Array;
  readonly square: Float64Array;
  readonly squareVariance: Float64Array;
  readonly covariance: Float64Array;
}

function carriedOver(count: number): Carried {
  const row = () => new Float64Array(count);
  return { sum: row(), variance: row(), square: row(), squareVariance: row(), covariance: row() };
}

interface CarriedAt {
  readonly sum: number;
  readonly variance: number;
  readonly square: number;
  readonly squareVariance: number;
  readonly covariance: number;
}

function readCarried(carried: Carried, place: Place): CarriedAt {
  return {
    sum: readAt(carried.sum, place),
    variance: Math.max(0, readAt(carried.variance, place)),
    square: Math.max(1e-9, readAt(carried.square, place)),
    squareVariance: Math.max(0, readAt(carried.squareVariance, place)),
    covariance: readAt(carried.covariance, place),
  };
}

const createTotal = () => ({ base: Number.NaN, m: 0, mm: 0, r: 0, rr: 0, mr: 0 });

function addNoise(
  total: ReturnType<typeof createTotal>,
  point: ChainPoint,
  entryShift: number,
  above: CarriedAt,
  z: number,
  weight: number,
  taken: number,
): void {
  const { gradientSlope, gradientVariance, pull, crossed, renews } = point;
  const { square, squareVariance, covariance, variance } = above;
  const own = Math.exp(point.activationNoise * z - point.activationNoise ** 2 / 2);
  const kept = point.keeps * own;
  const ends = taken * (point.logActivation + point.activationNoise * z);
  const fixed = above.sum + point.step + entryShift + ends;
  const slope = squareVariance > 0 ? covariance / squareVariance : 0;
  const unexplained = Math.max(0, variance - slope * covariance);
  if (Number.isNaN(total.base)) total.base = fixed;
  for (const part of squareNodes(square, squareVariance)) {
    const factor = Math.max(0.02, 1 + (part.square - 1) * pull);
    const spread = (gradientVariance - 2 * pull ** 2 + crossed * (part.square - 1)) / factor ** 2;
    const leaning = gradientSlope / factor;
    const rest = Math.max(0, spread - leaning ** 2);
    const inverse = Math.exp(Math.min(1, leaning ** 2 / 2 - leaning * z + rest));
    const old = kept * part.square * inverse;
    const next = (old + renews) / factor;
    const fourth =
      (old * old * Math.exp(Math.min(1, rest)) + 6 * old * renews + 3 * renews * renews) / factor ** 2;
    const step = Math.log(factor) - (spread - gradientVariance) / 2 + leaning * z;
    const moved = fixed - total.base + slope * (part.square - square) + step;
    const w = weight * part.weight;
    total.m += w * moved;
    total.mm += w * (unexplained + rest + moved * moved);
    total.r += w * next;
    total.rr += w * fourth;
    total.mr += w * (moved * next - (rest * old) / factor);
  }
}

/** The top: rho_D is N(0, 1), and nothing is added up yet. */
function top(count: number): Carried {
  const carried = carriedOver(count);
  carried.square.fill(1);
  carried.squareVariance.fill(2);
  return carried;
}

/** One step down, landing in `layer`: `taken` is what of ln p of this layer is added too (-1 for the weights' reference). */
function stepDown(layer: ChainLayer, above: Carried, taken: number): Carried {
  const landed = carriedOver(layer.points.length);
  for (const [i, point] of layer.points.entries()) {
    const total = createTotal();
    for (const [j, { z, weight }] of noises.entries()) {
      const place = layer.landings[i]?.[j]?.place;
      if (place) addNoise(total, point, layer.entryShift, readCarried(above, place), z, weight, taken);
    }
    landed.sum[i] = total.base + total.m;
    landed.variance[i] = total.mm - total.m ** 2;
    landed.square[i] = total.r;
    landed.squareVariance[i] = Math.max(0, total.rr - total.r ** 2);
    landed.covariance[i] = total.mr - total.m * total.r;
  }
  return landed;
}

/** Mean and variance of a number over a layer's points, given its own mean and variance at each. */
function over(mass: Float64Array, mean: (i: number) => number, variance: (i: number) => number) {
  let total = 0;
  const base = mean(mass.length >> 1);
  let [m, mm] = [0, 0];
  for (const [i, p] of mass.entries()) {
    const moved = mean(i) - base;
    total += p;
    m += p * moved;
    mm += p * (variance(i) + moved * moved);
  }
  return { mean: base + m / total, variance: Math.max(0, mm / total - (m / total) ** 2) };
}

export interface TwoNumbers {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** ln p_k and its covariance with ln p_0. */
function forwardSums(layers: readonly ChainLayer[]): TwoNumbers {
  const mean = new Float64Array(layers.length);
  const variance = new Float64Array(layers.length);
  const start = layers[0]?.points[0];
  for (const [k, { points, mass, startMass }] of layers.entries()) {
    if (k === 0 || !start) continue;
    const p = (i: number) => points[i]?.logActivation ?? 0;
    const law = over(mass, p, (i) => (points[i]?.activationNoise ?? 0) ** 2);
    mean[k] = law.mean - start.logActivation;
    let both = 0;
    for (const [i, m] of startMass.entries())
      both += (m - (mass[i] ?? 0) * start.logActivation) * (p(i) - law.mean);
    variance[k] = Math.max(0, law.variance + start.activationNoise ** 2 - 2 * both);
  }
  return { mean, variance };
}

/** Entry of the weight gradients: ln p of this layer and what has been added up above it. */
function withActivation(layer: ChainLayer, above: Carried) {
  const at = layer.points.map((_, i) => {
    let [m, mm] = [0, 0];
    let base = Number.NaN;
    for (const [j, { weight }] of noises.entries()) {
      const landing = layer.landings[i]?.[j];
      if (!landing) continue;
      const { place, logActivation } = landing;
      const sum = logActivation + readAt(above.sum, place);
      if (Number.isNaN(base)) base = sum;
      m += weight * (sum - base);
      mm += weight * (readAt(above.variance, place) + (sum - base) ** 2);
    }
    return { mean: base + m, variance: mm - m * m };
  });
  return over(
    layer.mass,
    (i) => at[i]?.mean ?? 0,
    (i) => at[i]?.variance ?? 0,
  );
}

function sumsFromTop(layers: readonly ChainLayer[], pass: 'backward' | 'weights'): TwoNumbers {
  const depth = layers.length - 1;
  const mean = new Float64Array(depth + 1);
  const variance = new Float64Array(depth + 1);
  let carried = top(layers[depth]?.points.length ?? 1);
  for (let k = 1; k <= depth; k++) {
    const layer = layers[depth - k];
    if (!layer) break;
    if (pass === 'weights' && k > 1) {
      const law = withActivation(layer, carried);
      mean[k] = law.mean;
      variance[k] = law.variance;
    }
    carried = stepDown(layer, carried, pass === 'weights' && k === 1 ? -1 : 0);
    if (pass === 'backward') {
      const { sum, variance: own } = carried;
      const law = over(
        layer.mass,
        (i) => sum[i] ?? 0,
        (i) => own[i] ?? 0,
      );
      mean[k] = law.mean;
      variance[k] = law.variance;
    }
  }
  return { mean, variance };
}

/** ln Z by the chain of two numbers, v and rho, whose moments are carried on a row of points in ln v. O(depth). */
export function twoNumbers(setting: FiniteSetting, pass: Pass): TwoNumbers {
  const layers = chainLayers(setting, createSumLaws(setting.nonlinearity, setting.width));
  return pass === 'forward' ? forwardSums(layers) : sumsFromTop(layers, pass);
}
