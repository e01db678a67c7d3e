import { batchOf, constantError, constantLoss, type DataSet, placesOf } from '#engine/data/dataSet.ts';
import { isErased, verifyTraining } from '#engine/train/choice/verifyTraining.ts';
import {
  createEvaluation,
  evaluationIntervals,
  nothingEvaluated,
  type Seen,
} from '#engine/train/evaluation/evaluation.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import { createBatchOrder } from './batchOrder.ts';
import { type Checkpoint, memoryOf } from './checkpoint.ts';
import { networkShape } from './networkShape.ts';
import type { Divergence, TrainFrame } from './protocol.ts';
import { createRunRate } from './rate/runRate.ts';
import type { Task } from './task.ts';
import type { StepOutcome, Trainer, TrainStep } from './trainer.ts';
import type { TrainSettings, Tuning } from './trainSettings.ts';

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
type Progress = Pick<Checkpoint, 'step' | 'elapsedMs' | 'scriptMs' | 'rate'>;
const nothingDone: Progress = { step: 0, elapsedMs: 0, scriptMs: 0, rate: memoryOf(null) };

/** Loss of the best constant answer to a set. */
const guessingLoss = (task: Task, set: DataSet) =>
  task === 'encode' ? constantError(set, set.heldOut) : constantLoss(set.train.labels);

/** What the page plots of some steps. */
const seriesOf = (outcomes: readonly StepOutcome[]) => ({
  losses: Float32Array.from(outcomes, ({ loss }) => loss),
  accuracies: Float32Array.from(outcomes, ({ accuracy }) => accuracy),
});

/** What was seen before and after them. */
const bothSeen = (before: Seen, after: Seen): Seen => ({
  norms: [...before.norms, ...after.norms],
  heldOut: after.heldOut ?? before.heldOut,
  examples: after.examples ?? before.examples,
  answers: after.answers ?? before.answers,
  surface: after.surface ?? before.surface,
});

/** The last update may be what leaves float32: no step comes after it that would. */
const leftAtTheEnd = (step: number, depth: number, { heldOut }: Seen): Divergence | null =>
  heldOut && !Number.isFinite(heldOut.loss) ? { step, where: 'loss', layer: depth + 1 } : null;

/** Of steps that are made again. */
const nothingYet = { ...seriesOf([]), ...nothingEvaluated, diverged: null, done: false };

/**
 * A run of `settings` on a data set, from the progress on that the trainer's network stands for. `goBack` hears that the
 * loss left what the learning rate allows, and where the run goes on from, with half of it.
 */
export function createTrainRun(
  settings: TrainSettings,
  set: DataSet,
  trainer: Trainer,
  from: Progress = nothingDone,
  goBack: (to: Checkpoint, rate: number) => void = () => undefined,
): TrainRun {
  const order = createBatchOrder(settings.seed, set.train.count, settings.batch);
  const every = evaluationIntervals(settings);
  let tuning: Tuning = settings;
  let { step, elapsedMs, scriptMs } = from;
  let fitting = 1;

  const batchAt = (at: number) => batchOf(set, set.train, order.indices(at));
  let evaluate = createEvaluation(settings, set, trainer, batchAt);
  const { optimizer, batch, task } = settings;
  const constantLoss = guessingLoss(task, set);
  const runRate = createRunRate({ trainer, optimizer, batch, constantLoss, known: from.rate });

  function stepAt(at: number, rate: number): TrainStep {
    const decayed = rate * settings.decay ** (at / 1000);
    return { batch: batchAt(at), tuning: { rate: decayed, momentum: tuning.momentum } };
  }

  const progress = (): Progress => ({ step, elapsedMs, scriptMs, rate: runRate.memory });

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
      runRate.room(step),
    ];
    return Math.max(0, Math.min(...limits));
  }

  async function advance(now: () => number, most = Number.POSITIVE_INFINITY) {
    const rate = await runRate.prepare(step, tuning, batchAt);
    const before = await evaluate(step, most === 1 ? 'watched' : 'due');
    const count = room(most);
    const steps = Array.from({ length: count }, (_, i) => stepAt(step + i, rate));
    const start = now();
    const training = trainer.train(steps);
    scriptMs += now() - start;
    const { outcomes, fault } = count > 0 ? await training : { outcomes: [], fault: null };
    const spentMs = now() - start;
    elapsedMs += spentMs;
    step += outcomes.length;
    fitting = nextFitting(fitting, count, spentMs);
    const back = await runRate.hear(step, outcomes, fault);
    if (back !== null) {
      step = back.step;
      // What was seen of the steps that are made again is seen again.
      evaluate = createEvaluation(settings, set, trainer, batchAt);
      const halved = runRate.memory.found ?? rate;
      goBack({ ...progress(), state: back.state }, halved);
      return { ...nothingYet, step, rate: halved, elapsedMs, scriptMs };
    }
    const broken: Divergence | null = fault && { step, ...fault };
    const done = broken !== null || step >= tuning.steps;
    if (done) await verify(settings, set, trainer, step, broken !== null);
    const last = done && !broken ? await evaluate(step, 'done') : nothingEvaluated;
    const diverged = broken ?? leftAtTheEnd(step, settings.depth, last);
    const after = diverged ? nothingEvaluated : last;
    const seen = { ...seriesOf(outcomes), ...bothSeen(before, after) };
    return { ...seen, step, rate, elapsedMs, scriptMs, diverged, done };
  }

  return {
    advance,
    retune(changed) {
      tuning = changed;
    },
    checkpoint: async () => ({ ...progress(), state: await trainer.state() }),
  };
}
