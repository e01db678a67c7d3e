import { abs, dispose, max, stack, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { composedGradient, composedOutcome, composedSignals, outcomeOf } from './composedGradient.ts';
import { type BatchTensors, batchTensors, createVariables, forwardPass } from './composedNetwork.ts';
import { composedOptimizer } from './composedOptimizer.ts';
import { firstNonFiniteLayer } from './firstNonFiniteLayer.ts';
import { logSquaredNorm, meanLogNorms } from './logNorms.ts';
import { type NetworkWeights, parameterCount } from './network.ts';
import type { Batch, StepFault, StepOutcome, Trainer, TrainerSetting, TrainStep } from './trainer.ts';

async function read(tensorOf: (name: keyof NetworkWeights) => Tensor): Promise<NetworkWeights> {
  const of = async (name: keyof NetworkWeights) => Float32Array.from(await tensorOf(name).data());
  return {
    input: await of('input'),
    inputBias: await of('inputBias'),
    hidden: await of('hidden'),
    hiddenBias: await of('hiddenBias'),
    output: await of('output'),
    outputBias: await of('outputBias'),
  };
}

async function withBatch<T>(
  setting: TrainerSetting,
  batch: Batch,
  use: (tensors: BatchTensors) => Promise<T>,
): Promise<T> {
  const tensors = batchTensors(setting, batch);
  try {
    return await use(tensors);
  } finally {
    dispose([tensors.inputs, tensors.targets]);
  }
}

/** Looks at a network without teaching it. */
function createObserver(setting: TrainerSetting, variables: ReturnType<typeof createVariables>) {
  const { depth, width } = setting.shape;

  const signals = (batch: Batch) =>
    withBatch(setting, batch, ({ inputs, targets }) => composedSignals(setting, variables, inputs, targets));

  const gradient = (batch: Batch) =>
    withBatch(setting, batch, async (tensors) => {
      const { loss, accuracy, grads } = composedGradient(setting, variables, tensors);
      const weights = await read((name) => {
        const found = grads[variables[name].name];
        if (!found) throw new Error(`No gradient for ${name}.`);
        return found;
      });
      dispose([loss, accuracy, ...Object.values(grads)]);
      return weights;
    });

  async function measure(batch: Batch) {
    const { activations, deltas } = await signals(batch);
    const { hidden } = await gradient(batch);
    const perMatrix = Array.from({ length: depth }, (_, d) =>
      logSquaredNorm(hidden, d * width ** 2, (d + 1) * width ** 2),
    );
    return {
      delta: meanLogNorms(deltas, depth + 1, batch.count, width),
      activation: meanLogNorms(activations, depth + 1, batch.count, width),
      weightGradient: Float32Array.from([perMatrix[0] ?? 0, ...perMatrix]),
    };
  }

  return {
    signals,
    gradient,
    measure,
    evaluate: (batches: readonly Batch[]) =>
      Promise.all(
        batches.map((batch) =>
          withBatch(setting, batch, (tensors) => composedOutcome(setting, variables, tensors)),
        ),
      ),
    outputs: (batch: Batch) =>
      withBatch(setting, batch, async ({ inputs }) => {
        const found = tidy(() => forwardPass(setting, variables, inputs).outputs);
        const values = Float32Array.from(await found.data());
        found.dispose();
        return values;
      }),
    weights: () => read((name) => variables[name]),
  };
}

/** Training as plain TensorFlow.js on its active backend: `variableGrads` and `tf.train`. The caller disposes of it. */
export function createComposedTrainer(setting: TrainerSetting, initial: NetworkWeights): Trainer {
  const { shape, batch: largest } = setting;
  const variables = createVariables(shape, initial);
  const optimizer = composedOptimizer(setting.optimizer);
  const observer = createObserver(setting, variables);

  async function faultOf(batch: Batch, loss: number): Promise<StepFault> {
    const { activations, deltas } = await observer.signals(batch);
    const where = firstNonFiniteLayer(activations, deltas, shape.depth + 1);
    return where ?? { where: Number.isFinite(loss) ? 'gradient' : 'loss', layer: shape.depth + 1 };
  }

  const trainOne = ({ batch, tuning }: TrainStep): Promise<StepOutcome | StepFault> =>
    withBatch(setting, batch, async (tensors) => {
      const found = composedGradient(setting, variables, tensors);
      const gradients = Object.values(found.grads);
      const peakOf = tidy(() => max(stack(gradients.map((entry) => max(abs(entry))))));
      const outcome = await outcomeOf(setting, found);
      const [peak = Number.NaN] = await peakOf.data();
      const isSound = Number.isFinite(outcome.loss) && Number.isFinite(peak);
      if (isSound) await optimizer.apply(found.grads, tuning);
      dispose([found.loss, found.accuracy, peakOf, ...gradients]);
      return isSound ? outcome : faultOf(batch, outcome.loss);
    });

  return {
    ...observer,
    implementation: 'composed',
    mostSteps: 16,
    // Weights, their gradient and a copy on the way; activations, pre-activations and deltas.
    bytes: 4 * (3 * parameterCount(shape) + 3 * (shape.depth + 1) * largest * shape.width),
    async train(steps) {
      const outcomes: StepOutcome[] = [];
      for (const step of steps) {
        const outcome = await trainOne(step);
        if ('where' in outcome) return { outcomes, fault: outcome };
        outcomes.push(outcome);
      }
      return { outcomes, fault: null };
    },
    dispose() {
      dispose(Object.values(variables));
      optimizer.dispose();
    },
  };
}
