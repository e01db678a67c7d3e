import { type Kept, memoryOf, type RateMemory } from '#engine/train/checkpoint.ts';
import type { OptimizerName } from '#engine/train/optimizer.ts';
import type { Batch, StepFault, StepOutcome, Trainer } from '#engine/train/trainer.ts';
import type { Tuning } from '#engine/train/trainSettings.ts';
import { courseAfter } from './course.ts';
import { nextKept, triedAgain, withKept } from './kept.ts';
import { samplesOfTest, testRange } from './rangeTest.ts';

/** What the learning rate of a run is found from, and watched by. */
export interface RunRateParts {
  readonly trainer: Trainer;
  readonly optimizer: OptimizerName;
  /** Samples of a mini-batch. */
  readonly batch: number;
  /** Loss of the best constant answer. */
  readonly constantLoss: number;
  /** What a run that is taken up again knew. */
  readonly known: RateMemory;
}

/** A run's learning rate: given, or found and kept safe by states that the run may go back to. */
export interface RunRate {
  /** All that another run rate needs to go on as this one. */
  readonly memory: RateMemory;
  /**
   * The rate of step 0 with which the next steps are made. One of `auto` is found first, and found anew after one that
   * was given; the network of `step` is kept.
   */
  prepare(
    step: number,
    tuning: Pick<Tuning, 'rate' | 'momentum'>,
    batchAt: (step: number) => Batch,
  ): Promise<number>;
  /** Steps until the next state should be kept. */
  room(step: number): number;
  /**
   * Hears what the steps before `step` saw. Where the loss has left what a bearable rate does to it the network is what
   * it was in the state that is returned, and the rate half of what it was; otherwise null.
   */
  hear(step: number, outcomes: readonly StepOutcome[], fault: StepFault | null): Promise<Kept | null>;
}

const firstOf = ({ inputs, labels, count }: Batch, most: number): Batch => {
  const fewer = Math.min(count, most);
  const size = inputs.length / count;
  return { count: fewer, inputs: inputs.slice(0, fewer * size), labels: labels.slice(0, fewer) };
};

export function createRunRate({ trainer, optimizer, batch, constantLoss, known }: RunRateParts): RunRate {
  let { found, kept, course } = known;

  return {
    get memory() {
      return { found, kept, course };
    },
    async prepare(step, { rate, momentum }, batchAt) {
      if (rate !== 'auto') {
        ({ found, kept, course } = memoryOf(null));
        return rate;
      }
      if (found !== null && kept.length > 0) return found;
      const state = await trainer.state();
      kept = [{ step, state, course, tries: 0 }];
      if (found !== null) return found;
      const trial = { trainer, optimizer, momentum, batch: firstOf(batchAt(step), samplesOfTest) };
      found = (await testRange(trial, state)).rate;
      return found;
    },
    room: (step) => (kept.length > 0 ? Math.max(1, nextKept(kept) - step) : Number.POSITIVE_INFINITY),
    async hear(step, outcomes, fault) {
      if (found === null) return null;
      const after = fault ? null : courseAfter(course, outcomes, batch, constantLoss);
      if (after) {
        course = after;
        if (step >= nextKept(kept)) {
          kept = withKept(kept, { step, state: await trainer.state(), course, tries: 0 });
        }
        return null;
      }
      const again = triedAgain(kept);
      const back = again?.at(-1);
      if (!again || !back) return null;
      kept = again;
      found = Number((found / 2).toPrecision(3));
      course = back.course;
      await trainer.restore(back.state);
      return back;
    },
  };
}
