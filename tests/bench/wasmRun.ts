import type { DataSet } from '#engine/data/dataSet.ts';
import { trainerBatch } from '#engine/train/evaluation/evaluation.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { networkShape } from '#engine/train/networkShape.ts';
import type { Trainer } from '#engine/train/trainer.ts';
import { freshState } from '#engine/train/trainer.ts';
import { createTrainRun, type TrainRun } from '#engine/train/trainRun.ts';
import type { TrainSettings } from '#engine/train/trainSettings.ts';
import { compileTrainKernels } from '#engine/wasm/train/trainKernels.ts';
import { createWasmTrainer } from '#engine/wasm/train/wasmTrainer.ts';

export interface WasmRun {
  readonly run: TrainRun;
  readonly trainer: Trainer;
  /** How often the run has halved its learning rate. */
  readonly halvings: () => number;
}

const kernels = compileTrainKernels();

/** A training run without a page, by our kernels in WebAssembly: the fastest way of the processor. The trainer is the caller's to dispose of. */
export async function wasmRun(settings: TrainSettings, set: DataSet): Promise<WasmRun> {
  const { task, nonlinearity, optimizer } = settings;
  const shape = networkShape(settings, set);
  const setting = { shape, nonlinearity, task, optimizer, batch: trainerBatch(settings) };
  const module = await kernels;
  if (!module) throw new Error('This machine has no 128-bit vectors.');
  const trainer = await createWasmTrainer(module, setting, freshState(initialWeightsAtOnce(shape, settings)));
  let halvings = 0;
  const run = createTrainRun(settings, set, trainer, undefined, () => (halvings += 1));
  return { run, trainer, halvings: () => halvings };
}
