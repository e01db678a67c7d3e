import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import {
  abs,
  dispose,
  grads,
  keep,
  max,
  memory,
  type NamedTensorMap,
  type Scalar,
  stack,
  type Tensor,
  tidy,
  variableGrads,
  zeros,
} from '@tensorflow/tfjs-core';
import {
  accuracyOf,
  type BatchTensors,
  batchTensors,
  createVariables,
  forwardPass,
  lossOf,
  type NetworkVariables,
} from './composedNetwork.ts';
import { composedOptimizer } from './composedOptimizer.ts';
import { firstNonFiniteLayer } from './firstNonFiniteLayer.ts';
import { logSquaredNorm, meanLogNorms } from './logNorms.ts';
import { type NetworkWeights, parameterCount } from './network.ts';
import type { Batch, StepFault, StepOutcome, Trainer, TrainerSetting, TrainStep } from './trainer.ts';

type Named<T> = Record<keyof NetworkWeights, T>;

async function read(tensors: Named<Tensor>): Promise<NetworkWeights> {
  const of = async (name: keyof NetworkWeights) => Float32Array.from(await tensors[name].data());
  return {
    input: await of('input'),
    inputBias: await of('inputBias'),
    hidden: await of('hidden'),
    hiddenBias: await of('hiddenBias'),
    output: await of('output'),
    outputBias: await of('outputBias'),
  };
}

interface Gradient {
  readonly loss: Scalar;
  readonly accuracy: Scalar;
  /** By the variables' own names. */
  readonly grads: NamedTensorMap;
}

/** Training as plain TensorFlow.js on its active backend: `variableGrads` and `tf.train`. */
export function createComposedTrainer(setting: TrainerSetting, initial: NetworkWeights): Trainer {
  const { shape, task, batch: largest } = setting;
  const variables: NetworkVariables = createVariables(shape, initial);
  const optimizer = composedOptimizer(setting.optimizer);
  const named = (grads: NamedTensorMap): Named<Tensor> => {
    const of = (name: keyof NetworkWeights): Tensor => {
      const found = grads[variables[name].name];
      if (!found) throw new Error(`No gradient for ${name}.`);
      return found;
    };
    return {
      input: of('input'),
      inputBias: of('inputBias'),
      hidden: of('hidden'),
      hiddenBias: of('hiddenBias'),
      output: of('output'),
      outputBias: of('outputBias'),
    };
  };

  function differentiate({ inputs, targets }: BatchTensors): Gradient {
    return tidy(() => {
      const accuracies: Scalar[] = [];
      const { value, grads } = variableGrads(() => {
        const { outputs } = forwardPass(setting, variables, inputs);
        if (task === 'classify') accuracies.push(keep(accuracyOf(outputs, targets)));
        return lossOf(setting, outputs, targets);
      }, Object.values(variables));
      const accuracy = accuracies[0] ?? (zeros([]) as Scalar);
      return { loss: value, accuracy, grads };
    });
  }

  async function withBatch<T>(batch: Batch, use: (tensors: BatchTensors) => Promise<T>): Promise<T> {
    const tensors = batchTensors(setting, batch);
    try {
      return await use(tensors);
    } finally {
      dispose([tensors.inputs, tensors.targets]);
    }
  }

  async function signals(batch: Batch) {
    return withBatch(batch, async ({ inputs, targets }) => {
      const { activations, deltas } = tidy(() => {
        const nudges = Array.from({ length: shape.depth + 1 }, () => zeros([batch.count, shape.width]));
        const kept: Tensor[] = [];
        const found = grads((...nudged: Tensor[]) => {
          const pass = forwardPass(setting, variables, inputs, nudged);
          kept.push(keep(stack([...pass.activations])));
          return lossOf(setting, pass.outputs, targets);
        })(nudges);
        const [activations] = kept;
        if (!activations) throw new Error('The network was not walked.');
        return { activations, deltas: stack(found) };
      });
      const read = {
        activations: Float32Array.from(await activations.data()),
        // Of the mean loss; a sample's own delta is `count` times that.
        deltas: Float32Array.from(await deltas.data(), (delta) => delta * batch.count),
      };
      dispose([activations, deltas]);
      return read;
    });
  }

  async function gradient(batch: Batch): Promise<NetworkWeights> {
    return withBatch(batch, async (tensors) => {
      const found = differentiate(tensors);
      const weights = await read(named(found.grads));
      dispose([found.loss, found.accuracy, ...Object.values(found.grads)]);
      return weights;
    });
  }

  async function faultOf(batch: Batch, loss: number): Promise<StepFault> {
    const { activations, deltas } = await signals(batch);
    const where = firstNonFiniteLayer(activations, deltas, shape.depth + 1);
    return where ?? { where: Number.isFinite(loss) ? 'gradient' : 'loss', layer: shape.depth + 1 };
  }

  async function trainOne({ batch, tuning }: TrainStep): Promise<StepOutcome | StepFault> {
    return withBatch(batch, async (tensors) => {
      const found = differentiate(tensors);
      const largestEntry = tidy(() => max(stack(Object.values(found.grads).map((entry) => max(abs(entry))))));
      const [loss = Number.NaN] = await found.loss.data();
      const [accuracy = Number.NaN] = await found.accuracy.data();
      const [peak = Number.NaN] = await largestEntry.data();
      const isSound = Number.isFinite(loss) && Number.isFinite(peak);
      if (isSound) await optimizer.apply(found.grads, tuning);
      dispose([found.loss, found.accuracy, largestEntry, ...Object.values(found.grads)]);
      return isSound ? { loss, accuracy: task === 'classify' ? accuracy : Number.NaN } : faultOf(batch, loss);
    });
  }

  const evaluateOne = (batch: Batch): Promise<StepOutcome> =>
    withBatch(batch, async ({ inputs, targets }) => {
      const found = tidy(() => {
        const { outputs } = forwardPass(setting, variables, inputs);
        const accuracy = task === 'classify' ? accuracyOf(outputs, targets) : (zeros([]) as Scalar);
        return { loss: lossOf(setting, outputs, targets), accuracy };
      });
      const [loss = Number.NaN] = await found.loss.data();
      const [accuracy = Number.NaN] = await found.accuracy.data();
      dispose([found.loss, found.accuracy]);
      return { loss, accuracy: task === 'classify' ? accuracy : Number.NaN };
    });

  return {
    implementation: 'composed',
    mostSteps: 16,
    bytes: 4 * (parameterCount(shape) * 3 + 3 * (shape.depth + 1) * largest * shape.width),
    async train(steps) {
      const outcomes: StepOutcome[] = [];
      for (const step of steps) {
        const outcome = await trainOne(step);
        if ('where' in outcome) return { outcomes, fault: outcome };
        outcomes.push(outcome);
      }
      return { outcomes, fault: null };
    },
    evaluate: (batches) => Promise.all(batches.map(evaluateOne)),
    outputs: (batch) =>
      withBatch(batch, async ({ inputs }) => {
        const found = tidy(() => forwardPass(setting, variables, inputs).outputs);
        const values = Float32Array.from(await found.data());
        found.dispose();
        return values;
      }),
    async measure(batch) {
      const { activations, deltas } = await signals(batch);
      const { hidden } = await gradient(batch);
      const { depth, width } = shape;
      const perMatrix = Array.from({ length: depth }, (_, d) =>
        logSquaredNorm(hidden, d * width ** 2, (d + 1) * width ** 2),
      );
      return {
        delta: meanLogNorms(deltas, depth + 1, batch.count, width),
        activation: meanLogNorms(activations, depth + 1, batch.count, width),
        weightGradient: Float32Array.from([perMatrix[0] ?? 0, ...perMatrix]),
      };
    },
    gradient,
    signals,
    weights: () => read(variables),
    dispose() {
      dispose(Object.values(variables));
      optimizer.dispose();
    },
  };
}

/** Tensors that TensorFlow.js holds. */
export const tensorsInUse = () => memory().numTensors;
