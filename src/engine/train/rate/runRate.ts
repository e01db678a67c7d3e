import type { TrainState } from '#engine/train/network.ts';
import type { OptimizerName } from '#engine/train/optimizer.ts';
import type { Tuning } from '#engine/train/protocol.ts';
import type { Batch, StepFault, StepOutcome, Trainer } from '#engine/train/trainer.ts';
import { type Course, courseAfter, noCourse } from './course.ts';
import { samplesOfTest, testRange } from './rangeTest.ts';

/** What the learning rate of a run is found from, and watched by. */
export interface RunRateParts {
  readonly trainer: Trainer;
  readonly optimizer: OptimizerName;
  /** Samples of a mini-batch. */
  readonly batch: number;
  /** Loss of the best constant answer. */
  readonly constantLoss: number;
  /** The rate of a run that is taken up again; null to find one. */
  readonly known: number | null;
}

/** Where a run stands. */
interface Kept {
  readonly step: number;
  readonly state: TrainState;
  readonly course: Course;
}

/** A run's learning rate: given, or found and kept safe by states that the run may go back to. */
export interface RunRate {
  /** What the run found for itself; null where it was given one, or has not looked yet. */
  readonly found: number | null;
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
   * Hears what the steps before `step` saw. Where the loss has left what a bearable rate does to it the network is as
   * it was at the step that is returned, and the rate half of what it was; otherwise null.
   */
  hear(step: number, outcomes: readonly StepOutcome[], fault: StepFault | null): Promise<number | null>;
}

/** The first state after the start is kept here, each next at twice its step. */
const firstKept = 20;
/** At most this many steps are made again. */
const mostApart = 640;
/** So often a rate is halved without getting further before the network itself is to blame. */
const mostHalvings = 12;

const nextKept = (step: number) => (step === 0 ? firstKept : Math.min(2 * step, step + mostApart));

const firstOf = ({ inputs, labels, count }: Batch, most: number): Batch => {
  const fewer = Math.min(count, most);
  const size = inputs.length / count;
  return { count: fewer, inputs: inputs.slice(0, fewer * size), labels: labels.slice(0, fewer) };
};

export function createRunRate({ trainer, optimizer, batch, constantLoss, known }: RunRateParts): RunRate {
  let found = known;
  let kept: Kept | null = null;
  let course = noCourse;
  let halvings = 0;

  async function keep(step: number): Promise<Kept> {
    kept = { step, state: await trainer.state(), course };
    halvings = 0;
    return kept;
  }

  return {
    get found() {
      return found;
    },
    async prepare(step, { rate, momentum }, batchAt) {
      if (rate !== 'auto') {
        [found, kept, course] = [null, null, noCourse];
        return rate;
      }
      const { state } = kept ?? (await keep(step));
      if (found !== null) return found;
      const trial = { trainer, optimizer, momentum, batch: firstOf(batchAt(step), samplesOfTest) };
      found = (await testRange(trial, state)).rate;
      return found;
    },
    room: (step) => (kept ? Math.max(1, nextKept(kept.step) - step) : Number.POSITIVE_INFINITY),
    async hear(step, outcomes, fault) {
      if (found === null || kept === null) return null;
      const after = fault ? null : courseAfter(course, outcomes, batch, constantLoss);
      if (after) {
        course = after;
        if (step >= nextKept(kept.step)) await keep(step);
        return null;
      }
      if (halvings >= mostHalvings) return null;
      halvings += 1;
      found = Number((found / 2).toPrecision(3));
      course = kept.course;
      await trainer.restore(kept.state);
      return kept.step;
    },
  };
}
