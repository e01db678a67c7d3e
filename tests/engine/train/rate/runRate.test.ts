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

test('a spike is waited for, but not at a rate that has only just grown', async () => {
  const spike = [...Array<number>(20).fill(0.5), 8, 4, 2];
  expect(await heard(0.01, spike)).toEqual({ wentBack: false, found: 0.01 });
  expect(await heard(0.01, spike, null, 0.009)).toEqual({ wentBack: true, found: 0.009 });
});

test('a number that leaves float32 halves every rate, to the least that may be found', async () => {
  expect(await heard(smallestRate, [3], broken)).toEqual({ wentBack: true, found: smallestRate / 2 });
  expect(await heard(leastFound, [3], broken)).toEqual({ wentBack: false, found: leastFound });
});

test('a first pass that breaks is no matter of the rate, a first update is', async () => {
  expect(await heard(0.01, [], broken)).toEqual({ wentBack: false, found: 0.01 });
  expect(await heard(0.01, [], { where: 'weights', layer: 2 })).toEqual({ wentBack: true, found: 0.005 });
});

test('a run that goes back does so at the step whose loss left the bound, however many were made at once', async () => {
  const known = {
    ...memoryOf(0.01),
    kept: [{ step: 0, state, course: noCourse, rate: 0.01, tries: 0 }],
  };
  for (const more of [0, 5]) {
    const rate = createRunRate({ trainer, optimizer: 'sgd', batch: 64, constantLoss, known });
    const outcomes = [...rising, ...Array<number>(more).fill(300)].map((loss) => ({ loss, accuracy: 0 }));
    await rate.hear(outcomes.length, outcomes, null);
    expect(rate.memory.halvedAt).toBe(2);
  }
});

test('no state is kept in a spike, but at the first 20th step behind it', async () => {
  const known = {
    ...memoryOf(0.01),
    kept: [{ step: 0, state, course: noCourse, rate: 0.01, tries: 0 }],
  };
  const rate = createRunRate({ trainer, optimizer: 'sgd', batch: 64, constantLoss, known });
  const steps: number[] = [];
  const hear = async (loss: number, until: number) => {
    for (let step = steps.length; step < until; step++) {
      steps.push(rate.room(step));
      expect(await rate.hear(step + 1, [{ loss, accuracy: 0 }], null)).toBeNull();
    }
    return rate.memory.kept.map((kept) => kept.step);
  };
  expect(await hear(0.5, 20)).toEqual([0, 20]);
  expect(await hear(0.5, 35)).toEqual([0, 20]);
  // Over 10 steps the mean is above 1.1 from the third on; 7 steps after it the spike is over for the mean too.
  expect(await hear(4, 40)).toEqual([0, 20]);
  expect(await hear(0.5, 59)).toEqual([0, 20]);
  expect(await hear(0.5, 60)).toEqual([0, 20, 60]);
  // Steps until a state may be kept: 20 at the start, 20 behind step 20 and, as none was kept, behind 40.
  expect([0, 19, 20, 39, 40, 59].map((step) => steps[step])).toEqual([20, 1, 20, 1, 20, 1]);
});

for (const [spiked, expected] of [
  [2, 0.01],
  [14, 0.007],
] as const) {
  test(`behind 640 steps with three spikes of ${spiked} a rate of 0.01 goes on as ${expected}`, async () => {
    const before = { recent: Array<number>(10).fill(0.5), best: 0.5, outside: 0, spikes: 0 };
    const known = {
      ...memoryOf(0.01),
      // So soon after a halving no rate grows.
      halvedAt: 1000,
      kept: [{ step: 640, state, course: before, rate: 0.01, tries: 0 }],
      course: before,
    };
    const rate = createRunRate({ trainer, optimizer: 'sgd', batch: 64, constantLoss, known });
    const prepare = (step: number) =>
      rate.prepare(step, { rate: 'auto', momentum: 0 }, () => ({
        count: 1,
        inputs: new Float32Array(1),
        labels: new Uint8Array(1),
      }));
    // Two of ten losses of 4 lift their mean outside: 27 of 640 steps for spikes of 2, more than the 32 allowed for those of 14.
    const losses = Array.from({ length: 640 }, (_, i) => (i % 300 < spiked ? 4 : 0.5));
    for (const [i, loss] of losses.entries()) {
      expect(await rate.hear(641 + i, [{ loss, accuracy: 0 }], null)).toBeNull();
    }
    expect(rate.memory.kept.at(-1)?.step).toBe(1280);
    expect(await prepare(1280)).toBe(expected);
    expect(await prepare(1280)).toBe(expected);
  });
}
