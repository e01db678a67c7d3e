import type { DataSet } from '#engine/data/dataSet.ts';
import type { TrainFrame } from '#engine/train/protocol.ts';
import type { Batch, Trainer } from '#engine/train/trainer.ts';
import type { TrainSettings, Tuning } from '#engine/train/trainSettings.ts';
import { answersOf } from './answers.ts';
import { examplesOf } from './examples.ts';
import { evaluateHeldOut } from './heldOut.ts';
import { surfaceOf } from './surface.ts';

/** What is seen of a network besides its losses. */
export type Seen = Pick<TrainFrame, 'norms' | 'heldOut' | 'examples' | 'answers' | 'surface'>;

export const nothingEvaluated: Seen = {
  norms: [],
  heldOut: null,
  examples: null,
  answers: null,
  surface: null,
};

/** Log-norms are measured about this many times in a run. */
const measurements = 100;
/** The held-out samples are asked about this many times, at most every `fewestSteps`. */
const evaluations = 20;
const fewestSteps = 25;
/** Held-out samples that are asked while the run goes on; all of them at its end. */
const heldOutWhileRunning = 1000;

/** How often things are looked at, in steps. */
export function evaluationIntervals({ steps }: Tuning) {
  return {
    norms: Math.max(1, Math.round(steps / measurements)),
    heldOut: Math.max(fewestSteps, Math.round(steps / evaluations)),
  };
}

/** Samples that a trainer must have room for: a mini-batch, or enough that looking at held-out samples is quick. */
export function trainerBatch({ batch }: Pick<TrainSettings, 'batch'>): number {
  return Math.max(batch, 64);
}

/** Looks at a network when its step has come, once a step: at its norms in every step that is `watched`, at everything when it is done. */
export function createEvaluation(
  settings: TrainSettings,
  set: DataSet,
  trainer: Trainer,
  batchAt: (step: number) => Batch,
): (step: number, why: 'due' | 'watched' | 'done') => Promise<Seen> {
  const every = evaluationIntervals(settings);
  const capacity = trainerBatch(settings);
  const { task } = settings;
  let measuredAt = -1;
  let evaluatedAt = -1;

  async function normsAt(step: number, isDue: boolean): Promise<Seen['norms']> {
    if (!isDue || measuredAt === step) return [];
    measuredAt = step;
    return [{ step, ...(await trainer.measure(batchAt(step))) }];
  }

  return async (step, why) => {
    const isDone = why === 'done';
    const norms = await normsAt(step, why !== 'due' || step % every.norms === 0);
    if ((step % every.heldOut !== 0 && !isDone) || evaluatedAt === step)
      return { ...nothingEvaluated, norms };
    evaluatedAt = step;
    const most = isDone ? set.heldOut.count : heldOutWhileRunning;
    const asked = await evaluateHeldOut(trainer, set, capacity, most);
    const { loss, accuracy, samples } = asked;
    const answers = await answersOf(trainer, set, task, capacity, asked);
    const surface = await surfaceOf(trainer, set, task, capacity);
    return {
      norms,
      heldOut: { step, loss, accuracy, samples },
      examples: { step, ...(await examplesOf(trainer, set, task, capacity)) },
      answers: answers && { ...answers, step, worst: { ...answers.worst, step } },
      surface: surface && { ...surface, step },
    };
  };
}
