import type { FiniteSetting } from '#theory/finiteWidth/meanPath.ts';
import type { Pass } from '#theory/pass.ts';
import { finished, type Pieces } from '#theory/pieces.ts';
import { type Carried, carriedAtTop } from './carried.ts';
import type { ChainLayer } from './chainLayer.ts';
import { chainLayersInPieces } from './chainLayers.ts';
import { noises } from './chainNoise.ts';
import { afterSteps, type ConstantStep, constantStep } from './constantStep.ts';
import { gridPoint, readAt } from './lineGrid.ts';
import { overPoints } from './overPoints.ts';
import { stepDown } from './stepDown.ts';
import { createSumLaws } from './sumLaws.ts';

export interface TwoNumbers {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** ln p_k and its covariance with ln p_0. */
function forwardSums(layers: readonly ChainLayer[]): TwoNumbers {
  const mean = new Float64Array(layers.length);
  const variance = new Float64Array(layers.length);
  const start = layers[0]?.startMass[0] ?? 0;
  const startNoise = layers[0]?.points[0]?.activationNoise ?? 0;
  for (const [k, { grid, points, mass, startMass }] of layers.entries()) {
    if (k === 0) continue;
    const p = (i: number) => gridPoint(grid, i) + (points[i]?.growth ?? 0);
    const law = overPoints(mass, p, (i) => (points[i]?.activationNoise ?? 0) ** 2);
    mean[k] = law.mean - start;
    let both = 0;
    for (let i = 0; i < startMass.length; i++)
      both += ((startMass[i] ?? 0) - (mass[i] ?? 0) * start) * (p(i) - law.mean);
    variance[k] = Math.max(0, law.variance + startNoise ** 2 - 2 * both);
  }
  return { mean, variance };
}

/** Entry of the weight gradients: ln p of this layer and what has been added up above it. */
function withActivation({ landings, mass }: ChainLayer, above: Carried) {
  const { logActivation, places } = landings;
  let [total, m, mm] = [0, 0, 0];
  let base = Number.NaN;
  for (let i = 0; i < mass.length; i++) {
    for (let j = 0; j < noises.length; j++) {
      const at = noises.length * i + j;
      const p = (mass[i] ?? 0) * (noises[j]?.weight ?? 0);
      const sum = (logActivation[at] ?? 0) + readAt(above.sum, places, at);
      if (Number.isNaN(base)) base = sum;
      total += p;
      m += p * (sum - base);
      mm += p * (readAt(above.variance, places, at) + (sum - base) ** 2);
    }
  }
  return { mean: base + m / total, variance: Math.max(0, mm / total - (m / total) ** 2) };
}

const isSame = (a: ChainLayer, b: ChainLayer | undefined) =>
  a.points === b?.points && a.landings === b.landings && a.mass === b.mass && a.entryShift === b.entryShift;

/** Where many layers are the same and a step has become a constant, the rest of them is added without being walked. */
function* sumsFromTop(layers: readonly ChainLayer[], pass: 'backward' | 'weights'): Pieces<TwoNumbers> {
  const depth = layers.length - 1;
  const mean = new Float64Array(depth + 1);
  const variance = new Float64Array(depth + 1);
  let carried = carriedAtTop(layers[depth]?.points.length ?? 1);
  let spare: Carried | null = null;
  let step: ConstantStep | null = null;
  let skipped = 0;
  for (let k = 1; k <= depth; k++) {
    yield;
    const layer = layers[depth - k];
    if (!layer) break;
    const isRepeated = k > 2 && isSame(layer, layers[depth - k + 1]);
    if (step && isRepeated) {
      mean[k] = (mean[k - 1] ?? 0) + step.sum;
      variance[k] = (variance[k - 1] ?? 0) + step.variance;
      skipped += 1;
      continue;
    }
    if (step) carried = afterSteps(carried, step, skipped);
    skipped = 0;
    const above = carried;
    if (pass === 'weights' && k > 1) {
      const law = withActivation(layer, carried);
      mean[k] = law.mean;
      variance[k] = law.variance;
    }
    const room: Carried | null = spare?.sum.length === layer.points.length ? spare : null;
    carried = stepDown(layer, above, pass === 'weights' && k === 1 ? -1 : 0, room ?? undefined);
    spare = above;
    if (pass === 'backward') {
      const { sum, variance: own } = carried;
      const law = overPoints(
        layer.mass,
        (i) => sum[i] ?? 0,
        (i) => own[i] ?? 0,
      );
      mean[k] = law.mean;
      variance[k] = law.variance;
    }
    step = isRepeated ? constantStep(above, carried) : null;
  }
  return { mean, variance };
}

/**
 * ln Z by the chain of two numbers, v and rho, whose moments are carried on a row of points in ln v; through unequal widths the gradient's
 * alone. O(depth); a layer is a piece.
 */
export function* twoNumbersInPieces(setting: FiniteSetting, pass: Pass): Pieces<TwoNumbers> {
  const layers = yield* chainLayersInPieces(setting, (width) => createSumLaws(setting.nonlinearity, width));
  return pass === 'forward' ? forwardSums(layers) : yield* sumsFromTop(layers, pass);
}

export const twoNumbers = (setting: FiniteSetting, pass: Pass): TwoNumbers =>
  finished(twoNumbersInPieces(setting, pass));
