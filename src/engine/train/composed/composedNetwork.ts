import {
  add,
  argMax,
  cast,
  equal,
  losses,
  mean,
  oneHot,
  type Scalar,
  type Tensor,
  type Tensor2D,
  tensor1d,
  tensor2d,
  tidy,
} from '@tensorflow/tfjs-core';
import type { Batch, TrainerSetting } from '#engine/train/trainer.ts';
import { composedNonlinearities } from './composedNonlinearity.ts';
import { layerProduct } from './layerProduct.ts';
import type { NetworkVariables } from './networkVariables.ts';

/** One forward pass: logits or reconstructions [count, outputs], and what was met on the way. */
export interface ForwardPass {
  readonly outputs: Tensor2D;
  /** h_d, [depth + 1] tensors of [count, width]. */
  readonly activations: readonly Tensor2D[];
}

/** The network forwards. `nudges`, [depth + 1] of [count, width], are added to the pre-activations: their gradients are the deltas. */
export function forwardPass(
  { nonlinearity }: TrainerSetting,
  variables: NetworkVariables,
  inputs: Tensor2D,
  nudges?: readonly Tensor[],
): ForwardPass {
  const f = composedNonlinearities[nonlinearity];
  const nudged = (a: Tensor2D, d: number): Tensor2D => {
    const nudge = nudges?.[d];
    return nudge ? add(a, nudge) : a;
  };
  const first: Tensor2D = add(layerProduct(inputs, variables.input), variables.inputBias);
  let h = f(nudged(first, 0));
  const activations = [h];
  for (const [index, weights] of variables.hidden.entries()) {
    const a: Tensor2D = add(layerProduct(h, weights), variables.hiddenBias[index] ?? 0);
    h = f(nudged(a, index + 1));
    activations.push(h);
  }
  const outputs: Tensor2D = add(layerProduct(h, variables.output), variables.outputBias);
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

/** Share of right answers of a batch. */
export function accuracyOf(outputs: Tensor2D, targets: Tensor2D): Scalar {
  return mean(cast(equal(argMax(outputs, 1), argMax(targets, 1)), 'float32'));
}
