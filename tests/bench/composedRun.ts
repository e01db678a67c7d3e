import '@tensorflow/tfjs-backend-wasm';
import type { DataSet } from '#engine/data/dataSet.ts';
import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { trainerBatch } from '#engine/train/evaluation/evaluation.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { networkShape } from '#engine/train/networkShape.ts';
import { freshState, type Trainer } from '#engine/train/trainer.ts';
import { createTrainRun, type TrainRun } from '#engine/train/trainRun.ts';
import type { TrainPlan } from '#run/train/trainPlan.ts';

export interface ComposedRun {
  readonly run: TrainRun;
  readonly trainer: Trainer;
  /** How often the run has halved its learning rate. */
  readonly halvings: () => number;
}

/** A training run without a page, on TensorFlow.js's backend that is set; the trainer is the caller's to dispose. */
export function composedRun({ settings }: TrainPlan, set: DataSet): ComposedRun {
  const { task, nonlinearity, optimizer } = settings;
  const shape = networkShape(settings, set);
  const setting = { shape, nonlinearity, task, optimizer, batch: trainerBatch(settings) };
  const trainer = createComposedTrainer(setting, freshState(initialWeightsAtOnce(shape, settings)));
  let halvings = 0;
  const run = createTrainRun(settings, set, trainer, undefined, () => (halvings += 1));
  return { run, trainer, halvings: () => halvings };
}
