import type { TrainState } from '#engine/train/network.ts';
import type { OptimizerName } from '#engine/train/optimizer.ts';
import type { Batch, Trainer } from '#engine/train/trainer.ts';
import { borderShares, outsized } from './borderShares.ts';
import { largestRate, leastFound } from './rateRange.ts';

/** A loss this much above another, as a share of it and besides, has risen. */
const rise = { share: 0.02, besides: 1e-3 };

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

/** What rates are tried on. */
export interface RangeTrial {
  readonly trainer: Trainer;
  readonly optimizer: OptimizerName;
  readonly momentum: number;
  /** One for each test. */
  readonly batches: readonly Batch[];
  /** Loss of the best constant answer. */
  readonly constantLoss: number;
  /** Whether the network has learned nothing yet. */
  readonly isFresh: boolean;
}

/** One test of a trial. */
type OneTest = Omit<RangeTrial, 'batches'> & { readonly batch: Batch };

/** Where the loss first rose, the steps it took, and whether the loss that it rose above was an outsized first one. */
interface Border {
  readonly border: number;
  readonly steps: number;
  readonly isOutsized: boolean;
}

/**
 * Steps on one batch with a rate that doubles from `first` until the loss rises above the lowest that was seen. First
 * outputs may be so large that any step lowers the loss far: what it falls to says nothing of what a run has to bear, and
 * it is the first loss that counts.
 */
async function borderFrom(test: OneTest, first: number): Promise<Border> {
  const { trainer, momentum, batch, constantLoss, isFresh } = test;
  let rate = first;
  let least = Number.POSITIVE_INFINITY;
  let before = Number.NaN;
  let isOutsized = false;
  for (let steps = 1; ; steps++) {
    const { outcomes, fault } = await trainer.train([{ batch, tuning: { rate, momentum } }]);
    // What the step before has done: that of half this rate.
    const loss = fault ? Number.NaN : (outcomes[0]?.loss ?? Number.NaN);
    const bound = least + rise.share * Math.abs(least) + rise.besides;
    if (!(loss <= bound)) return { border: crossing(rate / 4, before, loss, bound), steps, isOutsized };
    if (rate >= largestRate) return { border: rate, steps, isOutsized };
    if (steps === 1) isOutsized = isFresh && loss > outsized * constantLoss;
    if (steps === 1 || !isOutsized) least = Math.min(least, loss);
    before = loss;
    rate *= 2;
  }
}

/** What one test finds that a network bears; with momentum, at its full velocity. The trainer goes on from `state`. */
async function borneOf(test: OneTest, state: TrainState): Promise<number> {
  const { trainer, optimizer, momentum, batch, isFresh } = test;
  const shares = borderShares[optimizer];
  let first = await firstRate(trainer, optimizer, batch);
  for (;;) {
    const { border, steps, isOutsized } = await borderFrom(test, first);
    await trainer.restore(state);
    if (steps > 2 || first <= leastFound) {
      // Velocity grows with the updates; the test has seen this share of what it comes to.
      const reach = optimizer === 'momentum' ? 1 - momentum ** (state.updates + steps) : 1;
      const freshShare = isOutsized ? shares.outsized : shares.atStart;
      return border * reach * (isFresh ? freshShare : shares.onTheWay);
    }
    first = within(first * lower);
  }
}

/** Of an even number of values the geometric mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return Math.sqrt((sorted[Math.floor(middle)] ?? Number.NaN) * (sorted[Math.ceil(middle)] ?? Number.NaN));
}

/**
 * A learning rate that the network of `state` bears, by range tests (Smith 2017, "Cyclical learning rates"): a share of
 * that at which its loss on a few samples rises, the median of the tests. The trainer goes on from `state`.
 */
export async function testRange({ batches, ...trial }: RangeTrial, state: TrainState): Promise<number> {
  const borne: number[] = [];
  for (const batch of batches) borne.push(await borneOf({ ...trial, batch }, state));
  return within(median(borne));
}
