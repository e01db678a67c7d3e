import { readdirSync, readFileSync } from 'node:fs';
import '../lateTheory.ts';
import { mnistOf } from '#engine/data/sets/mnist.ts';
import { trainerBatch } from '#engine/train/evaluation/evaluation.ts';
import { evaluateHeldOut } from '#engine/train/evaluation/heldOut.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { trainPlan } from '#run/train/trainPlan.ts';
import { wasmRun } from './wasmRun.ts';

/** 50 ReLU layers of 64 at g*, on real MNIST, with the page's own batch and seed. */
const network = { f: 'relu', depth: 50, width: 64, gain: 'auto', data: 'mnist' } as const;
/** Held-out digits are asked this often, steps, and so many of them. */
const every = 50;
const asked = 2000;

/** How a learning rate does on MNIST. */
export interface RaceResult {
  readonly rate: Experiment['rate'];
  /** The rate that the run used at its end. */
  readonly used: number;
  /** The first step at which the share of right answers was reached; null where it was not. */
  readonly reachedAt: number | null;
  /** Steps that were made until then, or to the end, with those that were made again. */
  readonly made: number;
  readonly accuracy: number;
  readonly diverged: boolean;
}

/** Trains with a learning rate, from a seed, until a share of held-out digits is told right, at most `steps` steps. */
export async function mnistRace(
  folder: string,
  rate: Experiment['rate'],
  share: number,
  steps: number,
  seed: number,
): Promise<RaceResult> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.gz'));
  const set = await mnistOf(
    names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) })),
  );
  const plan = trainPlan(
    { ...defaultExperiment, ...network, view: 'train', rate, steps, seed },
    noFoundGains,
    0,
  );
  const { run, trainer } = await wasmRun(plan.settings, set);
  let accuracy = 0;
  let made = 0;
  let before = 0;
  for (let asks = every; ; ) {
    const frame = await run.advance(() => performance.now());
    // Where the run went back, the steps up to the one whose loss had risen were made all the same.
    const last = frame.step < before ? (await run.checkpoint()).rate.halvedAt : frame.step;
    made += last - before;
    before = frame.step;
    const isOver = frame.done || frame.diverged !== null;
    if (frame.step < asks && !isOver) continue;
    asks = frame.step + every;
    ({ accuracy } = await evaluateHeldOut(trainer, set, trainerBatch(plan.settings), asked));
    if (accuracy < share && !isOver) continue;
    trainer.dispose();
    const reachedAt = accuracy >= share ? frame.step : null;
    const used = frame.rate ?? Number.NaN;
    return { rate, used, reachedAt, made, accuracy, diverged: frame.diverged !== null };
  }
}
