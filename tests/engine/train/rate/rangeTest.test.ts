import { expect, test } from 'vitest';
import type { TrainState } from '#engine/train/network.ts';
import type { OptimizerName } from '#engine/train/optimizer.ts';
import { testRange } from '#engine/train/rate/rangeTest.ts';
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

const found = (trainer: Trainer, optimizer: OptimizerName = 'sgd', momentum = 0) =>
  testRange({ trainer, optimizer, momentum, batch }, start);

for (const curvature of [0.5, 7, 300, 20_000]) {
  test(`a curvature of ${curvature} is begun with near the rate that it just does not bear`, async () => {
    const { trainer, steps } = parabola(curvature);
    const { rate } = await found(trainer);
    // Doubling places the border to a factor of 2; where a step ended at nearly nothing, growth by 1 and by 3 is not yet seen, that by 7 is: at 8 / curvature.
    expect(rate * curvature).toBeGreaterThan(0.5);
    expect(rate * curvature).toBeLessThan(0.7 * 2 * 8);
    expect(steps()).toBeLessThan(20);
  });
}

test('rounding moves the rate by as little as the losses', async () => {
  const exact = await found(parabola(7).trainer);
  const rounded = await found(parabola(7, 1e-6).trainer);
  expect(Math.abs(rounded.rate / exact.rate - 1)).toBeLessThan(0.01);
});

test('where no rate makes the loss rise, the largest is the border', async () => {
  const { trainer } = parabola(1e-9);
  expect((await found(trainer)).rate).toBeGreaterThanOrEqual(0.7 * largestRate);
});

test('momentum is begun with at less, by what its velocity has still to come to', async () => {
  const plain = await found(parabola(7).trainer);
  const { trainer, steps } = parabola(7);
  const { rate } = await found(trainer, 'momentum', 0.9);
  expect(rate / plain.rate).toBeCloseTo(1 - 0.9 ** steps(), 2);
});
