import { matrixOf, type NetworkWeights } from '#engine/train/network.ts';
import { normEpsilon } from '#engine/train/normEpsilon.ts';
import type { Batch, TrainerSetting } from '#engine/train/trainer.ts';
import { nonlinearities } from '#theory/nonlinearity.ts';
import type { Norm } from '#theory/norm.ts';

/** What becomes of every number that is worked out. */
type Rounding = (x: number) => number;

const inFloat64: Rounding = (x) => x;

/** y = W x + b for a matrix stored [from, to]. */
function affine(x: Float64Array, matrix: Float32Array, bias: Float32Array, rounded: Rounding): Float64Array {
  const y = Float64Array.from(bias);
  for (const [from, value] of x.entries()) {
    const row = from * y.length;
    for (let to = 0; to < y.length; to++) y[to] = rounded((y[to] ?? 0) + value * (matrix[row + to] ?? 0));
  }
  return y;
}

function normalised(h: Float64Array, norm: Norm, rounded: Rounding): Float64Array {
  if (norm === 'none') return h;
  const mean = norm === 'layer' ? h.reduce((sum, x) => rounded(sum + x), 0) / h.length : 0;
  const square = h.reduce((sum, x) => rounded(sum + (x - mean) ** 2), 0) / h.length;
  return h.map((x) => (x - mean) / Math.sqrt(square + normEpsilon));
}

/** A network's outputs for one sample, [outputs]. */
function outputsOf(
  { shape, nonlinearity }: Pick<TrainerSetting, 'shape' | 'nonlinearity'>,
  weights: NetworkWeights,
  inputs: Float64Array,
  rounded: Rounding,
): Float64Array {
  const { width, depth, residual, norm } = shape;
  const { value } = nonlinearities[nonlinearity];
  const first = affine(inputs, weights.input, weights.inputBias, rounded);
  let h = residual > 0 ? first : first.map(value);
  for (let d = 1; d <= depth; d++) {
    const at = matrixOf(shape, d);
    const matrix = weights.hidden.subarray(at * width ** 2, (at + 1) * width ** 2);
    const bias = weights.hiddenBias.subarray(at * width, (at + 1) * width);
    const f = affine(normalised(h, norm, rounded), matrix, bias, rounded).map(value);
    h = residual > 0 ? h.map((x, i) => rounded(x + residual * (f[i] ?? 0))) : f;
  }
  return affine(normalised(h, norm, rounded), weights.output, weights.outputBias, rounded);
}

/** Mean loss of a batch from what a network answers, [count, outputs]: cross-entropy, or squared error. */
export function lossOfOutputs(
  { shape, task }: Pick<TrainerSetting, 'shape' | 'task'>,
  outputs: ArrayLike<number>,
  batch: Batch,
): number {
  const size = shape.outputs;
  let loss = 0;
  for (let s = 0; s < batch.count; s++) {
    const row = Array.from({ length: size }, (_, i) => outputs[s * size + i] ?? Number.NaN);
    if (task === 'encode') {
      const squares = row.reduce((sum, y, i) => sum + (y - (batch.inputs[s * size + i] ?? 0)) ** 2, 0);
      loss += squares / size;
      continue;
    }
    const top = Math.max(...row);
    const total = row.reduce((sum, y) => sum + Math.exp(y - top), 0);
    loss += top + Math.log(total) - (row[batch.labels[s] ?? 0] ?? Number.NaN);
  }
  return loss / batch.count;
}

/** The sign by which an input is moved: as good as random, so that no norm of the inputs takes the move back. */
const signOf = (i: number) => (Math.imul(i + 1, 0x9e3779b1) < 0 ? -1 : 1);

/** Outputs for a batch, [count, outputs]; inputs are moved up or down by a share. */
function answersOf(
  setting: Pick<TrainerSetting, 'shape' | 'nonlinearity'>,
  weights: NetworkWeights,
  batch: Batch,
  move: number,
  rounded: Rounding,
): Float64Array {
  const { inputs, outputs } = setting.shape;
  const answers = new Float64Array(batch.count * outputs);
  for (let s = 0; s < batch.count; s++) {
    const own = batch.inputs.subarray(s * inputs, (s + 1) * inputs);
    const sample = Float64Array.from(own, (x, i) => x * (1 + signOf(i) * move));
    answers.set(outputsOf(setting, weights, sample, rounded), s * outputs);
  }
  return answers;
}

/** Mean loss of a batch by plain TypeScript in float64; `move` is the share by which each input is moved, up or down, to see how much a rounding matters. */
export function referenceLoss(
  setting: Pick<TrainerSetting, 'shape' | 'nonlinearity' | 'task'>,
  weights: NetworkWeights,
  batch: Batch,
  move = 0,
): number {
  return lossOfOutputs(setting, answersOf(setting, weights, batch, move, inFloat64), batch);
}

/** Whether a number on the way to a batch's loss is beyond float32, however ordinary the loss may be. */
export function leavesFloat32(
  setting: Pick<TrainerSetting, 'shape' | 'nonlinearity' | 'task'>,
  weights: NetworkWeights,
  batch: Batch,
): boolean {
  let isBeyond = false;
  const inFloat32: Rounding = (x) => {
    const rounded = Math.fround(x);
    if (!Number.isFinite(rounded)) isBeyond = true;
    return rounded;
  };
  inFloat32(lossOfOutputs(setting, answersOf(setting, weights, batch, 0, inFloat32), batch));
  return isBeyond;
}
