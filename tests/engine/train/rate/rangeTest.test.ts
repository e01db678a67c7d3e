import { expect, test } from 'vitest';
import type { TrainState } from '#engine/train/network.ts';
import { borderShares } from '#engine/train/rate/borderShares.ts';
import { type RangeTrial, testRange } from '#engine/train/rate/rangeTest.ts';
import { largestRate } from '#engine/train/rate/rateRange.ts';
import type { Batch, Trainer, TrainStep } from '#engine/train/trainer.ts';

/** Nothing else of it is read. */
const start = { updates: 0 } as TrainState;
const batch: Batch = { count: 1, inputs: new Float32Array(1), labels: new Uint8Array(1) };

/**
 * Plain descent on curvature/2 w^2 + 1 from w = 1, as a trainer: a step of rate r multiplies w by 1 - r curvature, so
 * that a loss first rises where the product is beyond 2. `noise` stands for another backend's rounding.
 */
function parabola(curvature: number, noise = 0) {
  let w = 1;
  let steps = 0;
  const loss = () => (1 + (curvature / 2) * w ** 2) * (1 + noise);
  const trainer: Pick<Trainer, 'train' | 'evaluate' | 'measure' | 'restore'> = {
    async restore() {
      w = 1;
    },
    async train(asked: readonly TrainStep[]) {
      const outcomes = asked.map(({ tuning }) => {
        const seen = loss();
        w *= 1 - tuning.rate * curvature;
        steps += 1;
        return { loss: seen, accuracy: Number.NaN };
      });
      return { outcomes, fault: null };
    },
    evaluate: async () => [
      { loss: loss(), accuracy: Number.NaN, losses: Float32Array.of(loss()), answers: new Uint8Array() },
    ],
    async measure() {
      const none = new Float32Array(2);
      return {
        delta: none,
        activation: none,
        weightGradient: new Float32Array(2).fill(2 * Math.log(curvature)),
      };
    },
  };
  return { trainer: trainer as Trainer, steps: () => steps };
}

const { onTheWay, atStart, outsized: shareOutsized } = borderShares.sgd;

/** What one test finds on the way; `changes` may make the network a fresh one. */
const found = (trainer: Trainer, changes: Partial<RangeTrial> = {}) => {
  const plain = { optimizer: 'sgd', momentum: 0, constantLoss: 1, isFresh: false } as const;
  return testRange({ trainer, ...plain, batches: [batch], ...changes }, start);
};

for (const curvature of [0.5, 7, 300, 20_000]) {
  test(`a curvature of ${curvature}: the border is near the rate that it just does not bear`, async () => {
    const { trainer, steps } = parabola(curvature);
    const border = (await found(trainer)) / onTheWay;
    // Doubling places the border to a factor of 2; where a step ended at nearly nothing, growth by 1 and by 3 is not yet seen, that by 7 is: at 8 / curvature.
    expect(border * curvature).toBeGreaterThan(0.7);
    expect(border * curvature).toBeLessThan(2 * 8);
    expect(steps()).toBeLessThan(20);
  });
}

test('rounding moves the border by as little as the losses', async () => {
  const exact = await found(parabola(7).trainer);
  const rounded = await found(parabola(7, 1e-6).trainer);
  expect(Math.abs(rounded / exact - 1)).toBeLessThan(0.01);
});

test('where no rate makes the loss rise, the largest is the border', async () => {
  expect(await found(parabola(1e-9).trainer)).toBeCloseTo(onTheWay * largestRate, 10);
});

test('momentum bears less, by what its velocity has still to come to', async () => {
  const plain = (await found(parabola(7).trainer)) / onTheWay;
  const { trainer, steps } = parabola(7);
  const given = { optimizer: 'momentum', momentum: 0.9 } as const;
  const borne = (await found(trainer, given)) / borderShares.momentum.onTheWay;
  expect(borne / plain).toBeCloseTo(1 - 0.9 ** steps(), 10);
});

test('a fresh network begins with a smaller share of its border', async () => {
  const way = await found(parabola(0.5).trainer);
  expect((await found(parabola(0.5).trainer, { isFresh: true })) / way).toBeCloseTo(atStart / onTheWay, 10);
});

test('first outputs that are outsized are judged by their first loss: what it falls to bears less', async () => {
  // A loss of 151 that falls to 1: a rise to 5 is none by the first, and one by the lowest.
  const byLowest = (await found(parabola(300).trainer, { isFresh: true, constantLoss: 76 })) / atStart;
  const byFirst = (await found(parabola(300).trainer, { isFresh: true, constantLoss: 75 })) / shareOutsized;
  expect(byFirst / byLowest).toBeGreaterThan(1.5);
  // On the way no loss is a first one.
  const later = (await found(parabola(300).trainer, { constantLoss: 75 })) / onTheWay;
  expect(later).toBeCloseTo(byLowest, 10);
});

test('of several tests the median counts, and one that is far off does not move it', async () => {
  const asked: number[] = [];
  const curvatures = new Map([
    [0, 0.5],
    [1, 7],
    [2, 7],
    [3, 2000],
  ]);
  const trainers = new Map([...curvatures].map(([label, curvature]) => [label, parabola(curvature).trainer]));
  const of = ({ labels }: Batch) => trainers.get(labels[0] ?? 0) ?? trainer;
  const trainer = {
    restore: async (state: TrainState) => {
      for (const one of trainers.values()) await one.restore(state);
    },
    train: (steps: readonly TrainStep[]) => of(steps[0]?.batch ?? batch).train(steps),
    evaluate: ([one = batch]: readonly Batch[]) => of(one).evaluate([one]),
    measure: (one: Batch) => {
      asked.push(one.labels[0] ?? Number.NaN);
      return of(one).measure(one);
    },
  } as unknown as Trainer;
  const labelled = (label: number): Batch => ({ ...batch, labels: Uint8Array.of(label) });
  const batches = [3, 1, 0, 2].map(labelled);
  const border = await found(trainer, { batches });
  expect(border).toBeCloseTo(await found(parabola(7).trainer), 10);
  expect(asked).toEqual([3, 1, 0, 2]);
});
