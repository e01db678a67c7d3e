import { expect, test } from 'vitest';
import { memoryOf } from '#engine/train/checkpoint.ts';
import { emptyWeights, plainKind } from '#engine/train/network.ts';
import { noCourse } from '#engine/train/rate/course.ts';
import { leastFound, smallestRate } from '#engine/train/rate/rateRange.ts';
import { createRunRate } from '#engine/train/rate/runRate.ts';
import type { StepFault, Trainer } from '#engine/train/trainer.ts';
import { freshState } from '#engine/train/trainer.ts';

const state = freshState(emptyWeights({ inputs: 1, width: 1, depth: 1, outputs: 1, ...plainKind }));
const trainer = { state: async () => state, restore: async () => undefined } as unknown as Trainer;
const constantLoss = Math.log(10);

/** What becomes of a rate by losses after step 0, or by a fault behind them. */
async function heard(
  found: number,
  losses: readonly number[],
  fault: StepFault | null = null,
  before = found,
) {
  const known = { ...memoryOf(found), kept: [{ step: 0, state, course: noCourse, rate: before, tries: 0 }] };
  const rate = createRunRate({ trainer, optimizer: 'sgd', batch: 64, constantLoss, known });
  const outcomes = losses.map((loss) => ({ loss, accuracy: 0 }));
  const back = await rate.hear(outcomes.length, outcomes, fault);
  return { wentBack: back !== null, found: rate.memory.found };
}

const rising = [3, 30, 300];
const broken: StepFault = { where: 'activation', layer: 2 };

test('a loss that rises halves a rate, but not one below all that can be given', async () => {
  expect(await heard(0.01, rising)).toEqual({ wentBack: true, found: 0.005 });
  expect(await heard(smallestRate, rising)).toEqual({ wentBack: false, found: smallestRate });
});

test('a rate that grew since the state was kept is what it was then', async () => {
  expect(await heard(0.01, rising, null, 0.007)).toEqual({ wentBack: true, found: 0.007 });
  expect(await heard(0.01, rising, null, 0.02)).toEqual({ wentBack: true, found: 0.005 });
});

test('a number that leaves float32 halves every rate, to the least that may be found', async () => {
  expect(await heard(smallestRate, [3], broken)).toEqual({ wentBack: true, found: smallestRate / 2 });
  expect(await heard(leastFound, [3], broken)).toEqual({ wentBack: false, found: leastFound });
});

test('a first pass that breaks is no matter of the rate, a first update is', async () => {
  expect(await heard(0.01, [], broken)).toEqual({ wentBack: false, found: 0.01 });
  expect(await heard(0.01, [], { where: 'weights', layer: 2 })).toEqual({ wentBack: true, found: 0.005 });
});
