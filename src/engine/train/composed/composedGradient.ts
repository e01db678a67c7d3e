import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import {
  argMax,
  cast,
  clone,
  dispose,
  grads,
  keep,
  type NamedTensorMap,
  type Scalar,
  stack,
  type Tensor,
  type Tensor2D,
  tidy,
  variableGrads,
  zeros,
} from '@tensorflow/tfjs-core';
import { matrixOf } from '#engine/train/network.ts';
import type { Answered, Batch, PassSignals, StepOutcome, TrainerSetting } from '#engine/train/trainer.ts';
import { accuracyOf, type BatchTensors, forwardPass, lossesOf, lossOf } from './composedNetwork.ts';
import { type NetworkVariables, variableList } from './networkVariables.ts';

/** Loss, accuracy (0 when encoding) and the gradient by the variables' own names. The caller disposes of all. */
export interface ComposedGradient {
  readonly loss: Scalar;
  readonly accuracy: Scalar;
  readonly grads: NamedTensorMap;
}

const scalarZero = () => zeros([]) as Scalar;

/** One backward pass by `variableGrads`. */
export function composedGradient(
  setting: TrainerSetting,
  variables: NetworkVariables,
  { inputs, targets }: BatchTensors,
): ComposedGradient {
  return tidy(() => {
    const accuracies: Scalar[] = [];
    const { value, grads } = variableGrads(() => {
      const { outputs } = forwardPass(setting, variables, inputs);
      // What is made in here would be disposed of before it can be read.
      if (setting.task === 'classify') accuracies.push(keep(accuracyOf(outputs, targets)));
      return lossOf(setting, outputs, targets);
    }, variableList(variables));
    return { loss: value, accuracy: accuracies[0] ?? scalarZero(), grads };
  });
}

/** Every sample's loss and answer without a backward pass, read at once. */
export async function composedAnswers(
  setting: TrainerSetting,
  variables: NetworkVariables,
  batch: Batch,
  { inputs, targets }: BatchTensors,
): Promise<Answered> {
  const { count, labels } = batch;
  const isClassified = setting.task === 'classify';
  const found = tidy(() => {
    const { outputs } = forwardPass(setting, variables, inputs);
    const answers = isClassified ? cast(argMax(outputs, 1), 'float32') : zeros([count]);
    return stack([lossesOf(setting, outputs, targets), answers]);
  });
  const read = Float32Array.from(await found.data());
  found.dispose();
  const losses = read.subarray(0, count);
  const answers = isClassified ? Uint8Array.from(read.subarray(count)) : new Uint8Array();
  const right = answers.reduce((sum, answer, i) => sum + (answer === labels[i] ? 1 : 0), 0);
  return {
    loss: losses.reduce((sum, loss) => sum + loss, 0) / count,
    accuracy: isClassified ? right / count : Number.NaN,
    losses,
    answers,
  };
}

/** The numbers in a loss and an accuracy. */
export async function outcomeOf(
  { task }: TrainerSetting,
  { loss, accuracy }: { readonly loss: Tensor; readonly accuracy: Tensor },
): Promise<StepOutcome> {
  const [lossValue = Number.NaN] = await loss.data();
  const [share = Number.NaN] = await accuracy.data();
  return { loss: lossValue, accuracy: task === 'classify' ? share : Number.NaN };
}

/** What one backward pass of a batch meets. */
export interface ComposedSignals extends PassSignals {
  /** Gradients of the mean loss by the hidden matrices, from the input on: [depth] of [width, width]. Of tied layers each one's share. */
  readonly hiddenGradients: readonly Float32Array[];
}

/** One backward pass, looked at: deltas are the gradients of nudges to the pre-activations. */
export async function composedSignals(
  setting: TrainerSetting,
  variables: NetworkVariables,
  inputs: Tensor2D,
  targets: Tensor2D,
): Promise<ComposedSignals> {
  const { depth, width } = setting.shape;
  const [count] = inputs.shape;
  const kept: Tensor[] = [];
  const found = tidy(() => {
    const nudges = Array.from({ length: depth + 1 }, () => zeros([count, width]));
    // A tensor of its own for each layer: tied layers then have a gradient each.
    const matrices = Array.from({ length: depth }, (_, i) =>
      clone(variables.hidden[matrixOf(setting.shape, i + 1)] ?? zeros([])),
    );
    const all = grads((...given: Tensor[]) => {
      const parted = { ...variables, hidden: given.slice(depth + 1) };
      const pass = forwardPass(setting, parted, inputs, given.slice(0, depth + 1));
      kept.push(keep(stack([...pass.activations])));
      return lossOf(setting, pass.outputs, targets);
    })([...nudges, ...matrices]);
    return { deltas: stack(all.slice(0, depth + 1)), hidden: all.slice(depth + 1) };
  });
  const [activations] = kept;
  if (!activations) throw new Error('The network was not walked.');
  const signals = {
    activations: Float32Array.from(await activations.data()),
    // Of the mean loss; a sample's own delta is `count` times that.
    deltas: Float32Array.from(await found.deltas.data()).map((delta) => delta * count),
    hiddenGradients: await Promise.all(
      found.hidden.map(async (gradient) => Float32Array.from(await gradient.data())),
    ),
  };
  dispose([activations, found.deltas, ...found.hidden]);
  return signals;
}
