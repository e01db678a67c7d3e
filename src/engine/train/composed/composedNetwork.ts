import {
  add,
  argMax,
  cast,
  equal,
  losses,
  mean,
  mul,
  oneHot,
  Reduction,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
  zeros,
} from '@tensorflow/tfjs-core';
import type { Batch, TrainerSetting } from '#engine/train/trainer.ts';
import { composedNonlinearities } from './composedNonlinearity.ts';
import { layerProduct } from './layerProduct.ts';
import type { NetworkTensors } from './networkTensors.ts';
import { normalised } from './normalised.ts';

/** One forward pass: logits or reconstructions [count, outputs], and what was met on the way. */
export interface ForwardPass {
  readonly outputs: Tensor2D;
  /** h_d, [depth + 1] tensors of [count, width]. */
  readonly activations: readonly Tensor2D[];
}

/** What layer d = 1..D has, of its own or of all. */
const ofLayer = (tensors: readonly Tensor[], d: number): Tensor =>
  tensors[Math.min(d, tensors.length) - 1] ?? zeros([]);

/**
 * The network forwards. `nudges`, [depth + 1] of [count, width], are added where deltas are the gradients: to the
 * pre-activations, or with branches to the activations.
 */
export function forwardPass(
  { shape, nonlinearity }: TrainerSetting,
  variables: NetworkTensors,
  inputs: Tensor2D,
  nudges?: readonly Tensor[],
): ForwardPass {
  const f = composedNonlinearities[nonlinearity];
  const { depth, residual, norm } = shape;
  const nudged = (a: Tensor2D, d: number): Tensor2D => {
    const nudge = nudges?.[d];
    return nudge ? add(a, nudge) : a;
  };
  const first: Tensor2D = nudged(add(layerProduct(inputs, variables.input), variables.inputBias), 0);
  let h = residual > 0 ? first : f(first);
  const activations = [h];
  for (let d = 1; d <= depth; d++) {
    const product = layerProduct(normalised(h, norm), ofLayer(variables.hidden, d));
    const a: Tensor2D = add(product, ofLayer(variables.hiddenBias, d));
    h = residual > 0 ? nudged(add(h, mul(residual, f(a))), d) : f(nudged(a, d));
    activations.push(h);
  }
  const outputs: Tensor2D = add(layerProduct(normalised(h, norm), variables.output), variables.outputBias);
  return { outputs, activations };
}

/** A batch on the active backend; whoever makes it disposes of it. */
export interface BatchTensors {
  readonly inputs: Tensor2D;
  /** One-hot classes, or the inputs again. */
  readonly targets: Tensor2D;
}

export function batchTensors({ shape, task }: TrainerSetting, batch: Batch): BatchTensors {
  const inputs = tensor2d(batch.inputs, [batch.count, shape.inputs]);
  if (task === 'encode') return { inputs, targets: inputs };
  const targets = tidy((): Tensor2D => {
    const labels = tensor1d(Int32Array.from(batch.labels), 'int32');
    return cast(oneHot(labels, shape.outputs), 'float32') as Tensor2D;
  });
  return { inputs, targets };
}

/** Mean loss of a batch. */
export function lossOf({ task }: TrainerSetting, outputs: Tensor2D, targets: Tensor2D): Scalar {
  if (task === 'encode') return losses.meanSquaredError(targets, outputs);
  return losses.softmaxCrossEntropy(targets, outputs);
}

/** Loss of every sample of a batch, [count]. */
export function lossesOf({ task }: TrainerSetting, outputs: Tensor2D, targets: Tensor2D): Tensor1D {
  if (task === 'encode') return mean(losses.meanSquaredError(targets, outputs, undefined, Reduction.NONE), 1);
  return losses.softmaxCrossEntropy(targets, outputs, undefined, 0, Reduction.NONE);
}

/** Share of right answers of a batch. */
export function accuracyOf(outputs: Tensor2D, targets: Tensor2D): Scalar {
  return mean(cast(equal(argMax(outputs, 1), argMax(targets, 1)), 'float32'));
}
