import { type Kept, memoryOf, type RateMemory } from '#engine/train/checkpoint.ts';
import type { OptimizerName } from '#engine/train/optimizer.ts';
import type { Batch, StepFault, StepOutcome, Trainer } from '#engine/train/trainer.ts';
import type { Tuning } from '#engine/train/trainSettings.ts';
import { noCourse } from './course.ts';
import { courseAfter } from './courseAfter.ts';
import { eased } from './courseLimits.ts';
import { isRestless, isToKeep, stepsToKeep, triedAgain, withKept } from './kept.ts';
import { testRange } from './rangeTest.ts';
import { largestRate, leastFound, smallestRate } from './rateRange.ts';
import { testBatches } from './testBatches.ts';

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
   * was given. The network of `step` is kept; at one that was kept later a rate is tested again, and may grow; or it falls a
   * little, where much time went into spikes.
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
   * it was in the state that is returned, and the rate lower; otherwise null.
   */
  hear(step: number, outcomes: readonly StepOutcome[], fault: StepFault | null): Promise<Kept | null>;
}

/** What a test takes besides a network. */
interface Sampling {
  readonly momentum: number;
  batchAt(step: number): Batch;
}

/** A rate grows at once by no more than this: curvature follows the rate, and a leap beyond what it bears throws the network back. */
const mostGrowth = 2;

const rounded = (rate: number) => Number(rate.toPrecision(3));

/** Half of the way, on a logarithmic scale, to what a network bears; never back. */
const grown = (rate: number, borne: number) =>
  rounded(Math.min(largestRate, mostGrowth * rate, Math.sqrt(rate * Math.max(rate, borne))));

export function createRunRate({ trainer, optimizer, batch, constantLoss, known }: RunRateParts): RunRate {
  let { found, kept, course, testedAt, halvedAt } = known;

  /** What the network of a state bears by tests on samples from its step on. */
  function borne({ step, state }: Pick<Kept, 'step' | 'state'>, { momentum, batchAt }: Sampling) {
    const batches = testBatches(batchAt, step, batch);
    return testRange({ trainer, optimizer, momentum, batches, constantLoss, isFresh: step === 0 }, state);
  }

  /** The rate from a step on at which a state is kept, a step later than that of the last test. A rate does not grow soon after it was halved. */
  async function adjusted(rate: number, newest: Kept, sampling: Sampling): Promise<number> {
    testedAt = newest.step;
    if (isRestless(kept)) return rounded(eased * rate);
    return newest.step >= 2 * halvedAt ? grown(rate, await borne(newest, sampling)) : rate;
  }

  /** Takes the run up from a state that it kept, without what its rate grew by since, or with half of it; null where none would do. */
  async function goBack(step: number): Promise<Kept | null> {
    const again = triedAgain(kept);
    const back = again.at(-1);
    if (found === null || found < 2 * leastFound || !back) return null;
    kept = again;
    found = found > back.rate ? back.rate : rounded(found / 2);
    halvedAt = step;
    course = back.course;
    await trainer.restore(back.state);
    return back;
  }

  return {
    get memory() {
      return { found, kept, course, testedAt, halvedAt };
    },
    async prepare(step, { rate, momentum }, batchAt) {
      if (rate !== 'auto') {
        ({ found, kept, course, testedAt, halvedAt } = memoryOf(null));
        return rate;
      }
      const newest = kept.at(-1);
      if (found !== null && newest) {
        if (newest.step === step && step > testedAt) {
          found = await adjusted(found, newest, { momentum, batchAt });
        }
        return found;
      }
      const state = await trainer.state();
      testedAt = step;
      found ??= rounded(await borne({ step, state }, { momentum, batchAt }));
      kept = [{ step, state, course, rate: found, tries: 0 }];
      return found;
    },
    room: (step) => (kept.length > 0 ? stepsToKeep(kept, step) : Number.POSITIVE_INFINITY),
    async hear(step, outcomes, fault) {
      if (found === null) return null;
      // A pass that breaks before any update breaks at every rate.
      if (fault && fault.where !== 'weights' && step === 0) return null;
      // A rate that has grown since the newest state has not been borne yet: without that growth there may be no spike.
      const waits = found <= (kept.at(-1)?.rate ?? found);
      const { course: after, heard } = courseAfter(course, outcomes, { batch, constantLoss, waits });
      // A loss that rises though hardly anything is changed is no matter of the rate.
      if (!after && found > smallestRate) return goBack(step - outcomes.length + heard);
      if (fault) return goBack(step);
      course = after ?? noCourse;
      if (course.outside === 0 && isToKeep(kept, step)) {
        kept = withKept(kept, { step, state: await trainer.state(), course, rate: found, tries: 0 });
      }
      return null;
    },
  };
}
