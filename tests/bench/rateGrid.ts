import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import '../lateTheory.ts';
import { constantLoss, type DataSet } from '#engine/data/dataSet.ts';
import { registerFreeSliceReference } from '#engine/kernels/freeSlice/freeSliceReference.ts';
import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { trainerBatch } from '#engine/train/evaluation/evaluation.ts';
import { initialWeightsAtOnce } from '#engine/train/initialWeights.ts';
import { networkShape } from '#engine/train/networkShape.ts';
import { freshState } from '#engine/train/trainer.ts';
import { createTrainRun } from '#engine/train/trainRun.ts';
import { findGain } from '#engine/walk/gainSearch.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { type FoundGains, noFoundGains, withFoundGain } from '#experiment/foundGains.ts';
import { openSearch } from '#experiment/gains.ts';
import { trainPlan } from '#run/train/trainPlan.ts';
import { emptyTrainRecord, type TrainRecord } from '#run/train/trainRecord.ts';
import { isStuck, trainRemedies } from '#run/train/trainRemedies.ts';
import { drawnDigits } from '../engine/drawnDigits.ts';

/** One network of the grid, with the batch and the steps of its run. */
export type RateGridCell = Pick<Experiment, 'f' | 'depth' | 'width' | 'seed' | 'batch' | 'steps'>;

/** What became of a run with `gain=auto` and `rate=auto`. */
export interface RateGridRow extends RateGridCell {
  readonly gain: number;
  /** The rate that was found before the first step, and the one at the end. */
  readonly foundRate: number;
  readonly rate: number;
  readonly halvings: number;
  readonly diverged: boolean;
  /** Losses over what a constant answer costs: of the first step, and means of steps 80..100 and of the last tenth. */
  readonly first: number;
  readonly at100: number;
  readonly last: number;
  /** Whether the page would say that nothing was learned, and what it would offer. */
  readonly stuck: boolean;
  readonly remedies: readonly string[];
  readonly seconds: number;
}

let digits: DataSet | null = null;

/** The drawn digits, few of them held out: nothing here is asked of those. */
async function trainingSet(): Promise<DataSet> {
  if (digits) return digits;
  await setBackend('wasm');
  await ready();
  registerFreeSliceReference();
  const set = drawnDigits();
  digits = { ...set, heldOut: { ...set.heldOut, count: 10 } };
  return digits;
}

/** g* as the page would have it: by theory, else by walks. */
async function gainsOf(experiment: Experiment): Promise<FoundGains> {
  const search = openSearch(experiment, noFoundGains);
  if (!search) return noFoundGains;
  await setBackend('cpu');
  const slices = findGain(search, { maxBytes: 2 ** 28 });
  for (;;) {
    const next = await slices.next();
    if (!next.done) continue;
    await setBackend('wasm');
    return withFoundGain(noFoundGains, search, next.value);
  }
}

const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Trains one network of the grid in plain descent on digits, on TensorFlow.js's WebAssembly. */
export async function rateGrid(cell: RateGridCell): Promise<RateGridRow> {
  const set = await trainingSet();
  const experiment: Experiment = { ...defaultExperiment, ...cell, view: 'train', gain: 'auto', rate: 'auto' };
  const found = await gainsOf(experiment);
  const plan = trainPlan(experiment, found, 0);
  const { settings } = plan;
  const { task, nonlinearity, optimizer } = settings;
  const shape = networkShape(settings, set);
  const setting = { shape, nonlinearity, task, optimizer, batch: trainerBatch(settings) };
  const trainer = createComposedTrainer(setting, freshState(initialWeightsAtOnce(shape, settings)));
  const guessing = constantLoss(set.train.labels);
  const { losses } = emptyTrainRecord(plan, []);
  let halvings = 0;
  let foundRate: number | null = null;
  const run = createTrainRun(settings, set, trainer, undefined, () => (halvings += 1));
  const start = performance.now();
  for (;;) {
    const frame = await run.advance(() => performance.now());
    foundRate ??= frame.rate;
    losses.set(frame.losses, frame.step - frame.losses.length);
    if (!frame.done) continue;
    trainer.dispose();
    const { step, diverged, rate } = frame;
    const record: TrainRecord = {
      ...emptyTrainRecord(plan, []),
      started: { constantLoss: guessing } as TrainRecord['started'],
      losses,
      step,
      diverged,
      done: true,
    };
    const share = (from: number, to: number) => mean(losses.subarray(from, to)) / guessing;
    return {
      ...cell,
      gain: settings.gain,
      foundRate: foundRate ?? Number.NaN,
      rate: rate ?? Number.NaN,
      halvings,
      diverged: diverged !== null,
      first: share(0, 1),
      at100: share(80, 100),
      last: share(Math.floor(0.9 * step), step),
      stuck: isStuck(record),
      remedies: trainRemedies(record, found).map(({ kind }) => kind),
      seconds: (performance.now() - start) / 1000,
    };
  }
}
