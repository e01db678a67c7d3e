import '../lateTheory.ts';
import { constantLoss, type DataSet } from '#engine/data/dataSet.ts';
import { openCrew } from '#engine/device/crewRung.ts';
import { findGain } from '#engine/walk/gainSearch.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { type FoundGains, noFoundGains, withFoundGain } from '#experiment/foundGains.ts';
import { openSearch } from '#experiment/gains.ts';
import { sumsOf } from '#run/train/runningSums.ts';
import { trainPlan } from '#run/train/trainPlan.ts';
import { emptyTrainRecord, type TrainRecord } from '#run/train/trainRecord.ts';
import { isStuck, trainRemedies } from '#run/train/trainRemedies.ts';
import { drawnDigits } from '../engine/drawnDigits.ts';
import { wasmRun } from './wasmRun.ts';

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

/** Drawn digits, few of them held out, for nothing here is asked of those, and open vectors of the processor for walks. */
async function prepared(): Promise<DataSet> {
  const opened = await openCrew([]);
  if (!('ready' in opened)) throw new Error(`Nothing walks here: ${opened.reason}.`);
  const set = drawnDigits();
  return { ...set, heldOut: { ...set.heldOut, count: 10 } };
}
let preparing: Promise<DataSet> | null = null;

/** What was found so far: the seeds of a network share its g*. */
let known: FoundGains = noFoundGains;

/** g* as the page would have it: by theory, else by walks. */
async function gainsOf(experiment: Experiment): Promise<FoundGains> {
  const search = openSearch(experiment, known);
  if (!search) return known;
  const slices = findGain(search, { maxBytes: 2 ** 28 });
  for (;;) {
    const next = await slices.next();
    if (!next.done) continue;
    known = withFoundGain(known, search, next.value);
    return known;
  }
}

const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Trains one network of the grid in plain descent on digits, by our kernels in WebAssembly. */
export async function rateGrid(cell: RateGridCell): Promise<RateGridRow> {
  preparing ??= prepared();
  const set = await preparing;
  const experiment: Experiment = { ...defaultExperiment, ...cell, view: 'train', gain: 'auto', rate: 'auto' };
  const found = await gainsOf(experiment);
  const plan = trainPlan(experiment, found, 0);
  // As a longer run would be looked at: a hundred measurements of norms cost a quarter of the time, and are not asked here.
  const { run, trainer, halvings } = await wasmRun({ ...plan.settings, steps: 100 * cell.steps }, set);
  run.retune(plan.settings);
  const guessing = constantLoss(set.train.labels);
  const { losses } = emptyTrainRecord(plan, []);
  let foundRate: number | null = null;
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
      lossSums: sumsOf(losses),
      step,
      diverged,
      done: true,
    };
    const share = (from: number, to: number) => mean(losses.subarray(from, to)) / guessing;
    return {
      ...cell,
      gain: plan.settings.gain,
      foundRate: foundRate ?? Number.NaN,
      rate: rate ?? Number.NaN,
      halvings: halvings(),
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
