import type { TrainState } from '#engine/train/network.ts';
import type { OptimizerName } from '#engine/train/optimizer.ts';
import type { Batch, Trainer } from '#engine/train/trainer.ts';
import { largestRate, leastFound } from './rateRange.ts';

/** A loss this much above the lowest, as a share of it and besides, has risen. */
const rise = { share: 0.02, besides: 1e-3 };

/** Share of the rate at which the loss first rises that training is begun with; docs/MODEL.md, "Learning rate". */
const shareOfBorder: Readonly<Record<OptimizerName, number>> = { sgd: 0.7, momentum: 0.7, adam: 0.125 };

/** The first rate of plain descent is expected to lower the loss by this share of it. */
const firstShare = 1 / 32;
/** Adam moves every weight by about the rate, whatever the gradient's size. */
const firstOfAdam = 1e-4;
/** Where the first rate is too much already trying begins again this much lower. */
const lower = 1 / 64;

const within = (rate: number) => Math.max(leastFound, Math.min(largestRate, rate));

/** Squared norm of the hidden matrices' gradient: most of the network's. */
async function squaredGradient(trainer: Trainer, batch: Batch): Promise<number> {
  const { weightGradient } = await trainer.measure(batch);
  return weightGradient.subarray(1).reduce((sum, ln) => sum + Math.exp(ln), 0);
}

/** Where trying begins: far below what can be too much. */
async function firstRate(trainer: Trainer, optimizer: OptimizerName, batch: Batch): Promise<number> {
  if (optimizer === 'adam') return firstOfAdam;
  const [seen] = await trainer.evaluate([batch]);
  const first = (firstShare * (seen?.loss ?? Number.NaN)) / (await squaredGradient(trainer, batch));
  return Number.isFinite(first) ? within(first) : leastFound;
}

/**
 * Where between two rates, one twice the other, a loss crosses a border: equal losses up to rounding give equal rates
 * up to rounding. `high` may be no number.
 */
function crossing(lower: number, low: number, high: number, border: number): number {
  const share = Number.isFinite(high) ? (border - low) / (high - low) : 0;
  return lower * 2 ** Math.max(0, Math.min(1, share));
}

/** What the range test found. */
export interface RangeTest {
  /** The learning rate to begin with. */
  readonly rate: number;
}

/** What rates are tried on. */
export interface RangeTrial {
  readonly trainer: Trainer;
  readonly optimizer: OptimizerName;
  readonly momentum: number;
  readonly batch: Batch;
}

/** Steps on one batch with a rate that doubles from `first` until the loss rises: the border and the steps it took. */
async function borderFrom({ trainer, momentum, batch }: RangeTrial, first: number) {
  let rate = first;
  let lowest = Number.POSITIVE_INFINITY;
  let before = Number.NaN;
  for (let steps = 1; ; steps++) {
    const { outcomes, fault } = await trainer.train([{ batch, tuning: { rate, momentum } }]);
    // What the step before has done: that of half this rate.
    const loss = fault ? Number.NaN : (outcomes[0]?.loss ?? Number.NaN);
    const border = lowest + rise.share * Math.abs(lowest) + rise.besides;
    if (!(loss <= border)) return { border: crossing(rate / 4, before, loss, border), steps };
    if (rate >= largestRate) return { border: rate, steps };
    lowest = Math.min(lowest, loss);
    before = loss;
    rate *= 2;
  }
}

/**
 * A learning rate for the network of `state`, by a range test (Smith 2017, "Cyclical learning rates"): steps on one
 * batch with a rate that doubles until the loss rises. The trainer goes on from `state`.
 */
export async function testRange(trial: RangeTrial, state: TrainState): Promise<RangeTest> {
  const { trainer, optimizer, momentum, batch } = trial;
  let first = await firstRate(trainer, optimizer, batch);
  for (;;) {
    const { border, steps } = await borderFrom(trial, first);
    await trainer.restore(state);
    if (steps > 2 || first <= leastFound) {
      // Velocity grows with the updates; the test has seen this share of what it comes to.
      const reach = optimizer === 'momentum' ? 1 - momentum ** (state.updates + steps) : 1;
      return { rate: Number(within(border * shareOfBorder[optimizer] * reach).toPrecision(3)) };
    }
    first = within(first * lower);
  }
}
