import {
  add,
  argMax,
  cast,
  equal,
  losses,
  matMul,
  mean,
  oneHot,
  reshape,
  type Scalar,
  type Tensor,
  type Tensor2D,
  tensor,
  tensor1d,
  tensor2d,
  tidy,
  unstack,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core';
import { composedNonlinearities } from './composedNonlinearity.ts';
import type { NetworkShape, NetworkWeights } from './network.ts';
import type { Batch, TrainerSetting } from './trainer.ts';

/** The trained tensors by the names of `NetworkWeights`; hidden matrices are one tensor, [depth, width, width]. */
export type NetworkVariables = Readonly<Record<keyof NetworkWeights, Variable>>;

/** Shapes of the trained tensors. */
export function tensorShapes({ inputs, width, depth, outputs }: NetworkShape) {
  return {
    input: [inputs, width],
    inputBias: [1, width],
    hidden: [depth, width, width],
    hiddenBias: [depth, 1, width],
    output: [width, outputs],
    outputBias: [1, outputs],
  } satisfies Record<keyof NetworkWeights, number[]>;
}

/** Variables have unique names in TensorFlow.js. */
let serial = 0;

/** Weights as variables on the active backend; the caller disposes of them. */
export function createVariables(shape: NetworkShape, weights: NetworkWeights): NetworkVariables {
  const shapes = tensorShapes(shape);
  serial += 1;
  function of(name: keyof NetworkWeights): Variable {
    const values = tensor(weights[name], shapes[name]);
    const made = variable(values, true, `${name} ${serial}`);
    values.dispose();
    return made;
  }
  return {
    input: of('input'),
    inputBias: of('inputBias'),
    hidden: of('hidden'),
    hiddenBias: of('hiddenBias'),
    output: of('output'),
    outputBias: of('outputBias'),
  };
}

/** One forward pass: logits or reconstructions [count, outputs], and what was met on the way. */
export interface ForwardPass {
  readonly outputs: Tensor2D;
  /** h_d, [depth + 1] tensors of [count, width]. */
  readonly activations: readonly Tensor2D[];
}

/** The matrices of a [depth, rows, columns] tensor. TensorFlow.js cannot differentiate the unstacking of a single one. */
function layersOf(stacked: Tensor): Tensor2D[] {
  const [depth = 0, rows = 0, columns = 0] = stacked.shape;
  return depth === 1 ? [reshape(stacked, [rows, columns])] : (unstack(stacked) as Tensor2D[]);
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
  const first: Tensor2D = add(matMul(inputs, variables.input as Tensor as Tensor2D), variables.inputBias);
  let h = f(nudged(first, 0));
  const activations = [h];
  const biases = layersOf(variables.hiddenBias);
  for (const [index, weights] of layersOf(variables.hidden).entries()) {
    const a: Tensor2D = add(matMul(h, weights), biases[index] ?? 0);
    h = f(nudged(a, index + 1));
    activations.push(h);
  }
  const outputs: Tensor2D = add(matMul(h, variables.output as Tensor as Tensor2D), variables.outputBias);
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
