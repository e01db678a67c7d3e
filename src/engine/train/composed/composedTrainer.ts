import { abs, dispose, max, stack, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { firstNonFiniteLayer } from '#engine/train/evaluation/firstNonFiniteLayer.ts';
import { logSquaredNorm, meanLogNorms } from '#engine/train/evaluation/logNorms.ts';
import type { TrainState } from '#engine/train/network.ts';
import { parameterCount } from '#engine/train/network.ts';
import type {
  Batch,
  StepFault,
  StepOutcome,
  Trainer,
  TrainerSetting,
  TrainStep,
} from '#engine/train/trainer.ts';
import { composedAnswers, composedGradient, composedSignals, outcomeOf } from './composedGradient.ts';
import { type BatchTensors, batchTensors, forwardPass } from './composedNetwork.ts';
import { composedOptimizer } from './composedOptimizer.ts';
import {
  createVariables,
  type NetworkVariables,
  networkTensors,
  readNetwork,
  variableList,
} from './networkVariables.ts';

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
function createObserver(setting: TrainerSetting, variables: NetworkVariables) {
  const { depth, width } = setting.shape;

  const signals = (batch: Batch) =>
    withBatch(setting, batch, ({ inputs, targets }) => composedSignals(setting, variables, inputs, targets));

  const gradient = (batch: Batch) =>
    withBatch(setting, batch, async (tensors) => {
      const { loss, accuracy, grads } = composedGradient(setting, variables, tensors);
      const weights = await readNetwork(variables, ({ name }) => {
        const found = grads[name];
        if (!found) throw new Error(`No gradient for ${name}.`);
        return found;
      });
      dispose([loss, accuracy, ...Object.values(grads)]);
      return weights;
    });

  async function measure(batch: Batch) {
    const { activations, deltas, hiddenGradients } = await signals(batch);
    const perMatrix = hiddenGradients.map((gradient) => logSquaredNorm(gradient));
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
          withBatch(setting, batch, (tensors) => composedAnswers(setting, variables, batch, tensors)),
        ),
      ),
    outputs: (batch: Batch) =>
      withBatch(setting, batch, async ({ inputs }) => {
        const found = tidy(() => forwardPass(setting, variables, inputs).outputs);
        const values = Float32Array.from(await found.data());
        found.dispose();
        return values;
      }),
    weights: () => readNetwork(variables, (variable) => variable),
  };
}

/** The optimiser of a network that goes on from a state, with what it was given. */
function optimiserFrom({ shape, optimizer }: TrainerSetting, variables: NetworkVariables, start: TrainState) {
  const { updates } = start;
  const moments = start.moments.map((moment) => networkTensors(shape, moment));
  const made = composedOptimizer(optimizer, { variables: variableList(variables), moments, updates });
  return {
    ...made,
    start,
    dispose() {
      dispose(moments.flat());
      made.dispose();
    },
  };
}

/** Training as plain TensorFlow.js on its active backend: `variableGrads` and `tf.train`. The caller disposes of it. */
export function createComposedTrainer(setting: TrainerSetting, initial: TrainState): Trainer {
  const { shape, batch: largest } = setting;
  const variables = createVariables(shape, initial.weights);
  let optimiser = optimiserFrom(setting, variables, initial);
  let made = initial.updates;
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
      if (isSound) {
        await optimiser.apply(found.grads, tuning);
        made += 1;
      }
      dispose([found.loss, found.accuracy, peakOf, ...gradients]);
      return isSound ? outcome : faultOf(batch, outcome.loss);
    });

  async function state(): Promise<TrainState> {
    const kept = await optimiser.moments();
    const named = variableList(variables);
    const read = (moment: readonly Tensor[]) =>
      readNetwork(variables, (variable) => moment[named.indexOf(variable)] ?? variable);
    // Before its first step the optimiser still has what it was given.
    const copies = kept.length > 0 ? await Promise.all(kept.map(read)) : optimiser.start.moments;
    return { weights: await observer.weights(), moments: copies, updates: made };
  }

  async function restore(state: TrainState): Promise<void> {
    const fresh = networkTensors(shape, state.weights);
    for (const [i, variable] of variableList(variables).entries()) {
      const tensor = fresh[i];
      if (tensor) variable.assign(tensor);
    }
    // The variables hold the new tensors' numbers; their handles go.
    dispose(fresh);
    optimiser.dispose();
    optimiser = optimiserFrom(setting, variables, state);
    made = state.updates;
  }

  return {
    ...observer,
    state,
    restore,
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
      dispose(variableList(variables));
      optimiser.dispose();
    },
  };
}
