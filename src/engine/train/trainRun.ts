import { batchOf, type DataSet, placesOf } from '#engine/data/dataSet.ts';
import { isErased, verifyTraining } from '#engine/train/choice/verifyTraining.ts';
import {
  createEvaluation,
  evaluationIntervals,
  nothingEvaluated,
} from '#engine/train/evaluation/evaluation.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import { createBatchOrder } from './batchOrder.ts';
import type { Checkpoint } from './checkpoint.ts';
import { networkShape } from './networkShape.ts';
import type { Divergence, TrainFrame, TrainSettings, Tuning } from './protocol.ts';
import type { Trainer, TrainStep } from './trainer.ts';

/** A training run as a chain of slices; no clock and no messages of its own. The trainer stays the caller's. */
export interface TrainRun {
  /**
   * Trains about `sliceMs`, at most `most` steps, and says what was seen; a single step is watched closely. Throws a
   * `ReasonError` if the network's loss at the end is not what plain TypeScript makes of it.
   */
  advance(now: () => number, most?: number): Promise<Omit<TrainFrame, 'kind' | 'run'>>;
  /** Changes what may change while a run goes on. */
  retune(tuning: Tuning): void;
  /** Where the run stands between two slices. */
  checkpoint(): Promise<Checkpoint>;
}

/** How long a slice of steps should last. */
const sliceMs = 60;

/**
 * How many steps fit into the next slice, after one of `count` steps. What a slice costs whatever its steps (a software
 * adapter takes 30 ms to be read) must not count as theirs, so a slice that was short is followed by a longer one.
 */
export function nextFitting(fitting: number, count: number, spentMs: number): number {
  if (count === 0) return fitting;
  const scaled = Math.floor((count * sliceMs) / Math.max(spentMs, 1));
  if (spentMs >= sliceMs) return Math.max(1, Math.min(fitting, scaled));
  return count < fitting ? fitting : Math.min(2 * count, Math.max(count + 1, scaled));
}

/** Held-out samples that a finished run is checked with. */
const checkedSamples = 8;

/** Throws a `ReasonError` if a trainer no longer computes what its network does. */
async function verify(
  settings: TrainSettings,
  set: DataSet,
  trainer: Trainer,
  step: number,
  diverged: boolean,
): Promise<void> {
  const { task, nonlinearity, inputScale } = settings;
  const network = { shape: networkShape(settings, set), nonlinearity, task };
  if (!diverged) {
    const places = placesOf(0, Math.min(set.heldOut.count, checkedSamples));
    const wrong = await verifyTraining(trainer, network, batchOf(set, set.heldOut, places), step);
    if (wrong) throw new ReasonError(wrong);
    return;
  }
  // A report of zeros reads as a fault in the first layer of the first step.
  if (await isErased(trainer, network)) {
    const size = inputScale / Math.sqrt(set.inputs);
    const numbers = { measured: 0, expected: size, allowed: size };
    throw new ReasonError({ code: 'wrongNumbers', what: 'weights', step, ...numbers });
  }
}

/** How far a run is when it is taken up. */
type Progress = Pick<Checkpoint, 'step' | 'elapsedMs' | 'scriptMs'>;
const nothingDone: Progress = { step: 0, elapsedMs: 0, scriptMs: 0 };

/** A run of `settings` on a data set, from the progress on that the trainer's network stands for. */
export function createTrainRun(
  settings: TrainSettings,
  set: DataSet,
  trainer: Trainer,
  from: Progress = nothingDone,
): TrainRun {
  const order = createBatchOrder(settings.seed, set.train.count, settings.batch);
  const every = evaluationIntervals(settings);
  let tuning: Tuning = settings;
  let { step, elapsedMs, scriptMs } = from;
  let fitting = 1;

  const batchAt = (at: number) => batchOf(set, set.train, order.indices(at));
  const evaluate = createEvaluation(settings, set, trainer, batchAt);

  function stepAt(at: number): TrainStep {
    const rate = tuning.rate * settings.decay ** (at / 1000);
    return { batch: batchAt(at), tuning: { rate, momentum: tuning.momentum } };
  }

  /** Steps until something else is due. */
  function room(most: number): number {
    const until = (interval: number) => interval - (step % interval);
    const limits = [
      most,
      fitting,
      trainer.mostSteps,
      tuning.steps - step,
      until(every.norms),
      until(every.heldOut),
    ];
    return Math.max(0, Math.min(...limits));
  }

  async function advance(now: () => number, most = Number.POSITIVE_INFINITY) {
    const before = await evaluate(step, most === 1 ? 'watched' : 'due');
    const count = room(most);
    const steps = Array.from({ length: count }, (_, i) => stepAt(step + i));
    const start = now();
    const training = trainer.train(steps);
    scriptMs += now() - start;
    const { outcomes, fault } = count > 0 ? await training : { outcomes: [], fault: null };
    const spentMs = now() - start;
    elapsedMs += spentMs;
    step += outcomes.length;
    fitting = nextFitting(fitting, count, spentMs);
    const diverged: Divergence | null = fault && { step, ...fault };
    const done = diverged !== null || step >= tuning.steps;
    if (done) await verify(settings, set, trainer, step, diverged !== null);
    const after = done && !diverged ? await evaluate(step, 'done') : nothingEvaluated;
    return {
      step,
      losses: Float32Array.from(outcomes, ({ loss }) => loss),
      accuracies: Float32Array.from(outcomes, ({ accuracy }) => accuracy),
      norms: [...before.norms, ...after.norms],
      heldOut: after.heldOut ?? before.heldOut,
      examples: after.examples ?? before.examples,
      surface: after.surface ?? before.surface,
      elapsedMs,
      scriptMs,
      diverged,
      done,
    };
  }

  return {
    advance,
    retune(changed) {
      tuning = changed;
    },
    checkpoint: async () => ({ step, elapsedMs, scriptMs, state: await trainer.state() }),
  };
}
