import { initialPace } from './pace.ts';
import { prepareWalk } from './prepareWalk.ts';
import type { FoundGain, GainSearch, WalkSettings } from './protocol.ts';
import { createWalkRun } from './walkRun.ts';

/** Root seed of every search: the same question has the same answer everywhere, whatever seed the walks have. */
const searchSeed = 20141222;
/** Units drawn in one evaluation at the end: a second or two on a processor. */
const unitsPerEvaluation = 4e7;
const fewestWalks = 400;
const mostWalks = 8000;
/** The first steps of the search use this share of the walks. */
const share = 8;
/** How far from the start, in ln g, a gain is believed. */
const farthest = Math.log(3);
const mostSteps = 8;
/** In ln g: where the curve of <ln Z> is a line. */
const closeEnough = 0.02;

/** Mean of ln Z over the living walks, and its standard error. */
interface Drift {
  readonly mean: number;
  readonly error: number;
}

/** What a search may use. */
export interface SearchRoom {
  /** The largest tensor, bytes. */
  readonly maxBytes: number;
  /** Units drawn in one evaluation; `unitsPerEvaluation` unless a test is in a hurry. */
  readonly units?: number;
}

function settingsOf(search: GainSearch, gain: number, walks: number): WalkSettings {
  const { nonlinearity, weights, depth, width, inputScale, biasDeviation } = search;
  return {
    nonlinearity,
    weights,
    pass: 'backward',
    ensemble: 'networks',
    sampler: 'free',
    depth,
    width,
    gain,
    inputScale,
    biasDeviation,
    residual: 0,
    tied: 0,
    norm: 'none',
    widths: null,
    scaling: 'fanin',
    seed: searchSeed,
    walks,
  };
}

/** A search on its way: it yields after every slice, and may be made to return there. */
type Search<T> = AsyncGenerator<void, T>;

/** <ln Z> at a gain, always on the same random numbers; null when too few walks live. */
async function* driftAt(settings: WalkSettings, { maxBytes }: SearchRoom): Search<Drift | null> {
  const run = createWalkRun(settings, () => maxBytes);
  let pace = initialPace;
  try {
    for (;;) {
      const advanced = await run.advance(pace, () => performance.now());
      pace = advanced.pace;
      yield;
      if (!advanced.frame?.done) continue;
      const { moments, walks, dead } = advanced.frame;
      if (walks < 2 * dead) return null;
      const [mean, error] = [moments.mean[settings.depth], moments.stderrMean[settings.depth]];
      return { mean: mean ?? Number.NaN, error: error ?? Number.NaN };
    }
  } finally {
    run.dispose();
  }
}

/** A point of the curve of <ln Z> over ln g. */
interface Point {
  readonly x: number;
  readonly drift: Drift;
}

interface Zero {
  readonly x: number;
  readonly slope: number;
}

/** Where the line through two points of a rising curve is zero, and its slope; null where it does not rise. */
function zeroOf(a: Point, b: Point): Zero | null {
  const slope = (b.drift.mean - a.drift.mean) / (b.x - a.x);
  return slope > 0 && Number.isFinite(slope) ? { x: b.x - b.drift.mean / slope, slope } : null;
}

/** Rounded, so that the rounding errors of different backends give one gain. */
function foundAt(logGain: number, relativeError: number): FoundGain {
  const value = Math.exp(logGain);
  return { value: Number(value.toPrecision(5)), error: Number((value * relativeError).toPrecision(2)) };
}

/** The secant rule from a start, on one set of walks, until it moves by less than `closeEnough`; null where it fails. */
async function* comeClose(start: number, at: (x: number) => Search<Point | null>): Search<Zero | null> {
  let before = yield* at(start);
  let next = start + (before && before.drift.mean > 0 ? -closeEnough : closeEnough);
  for (let step = 0; step < mostSteps && before; step++) {
    const point = yield* at(next);
    const zero = point && zeroOf(before, point);
    if (!zero || Math.abs(zero.x - start) > farthest) return null;
    if (Math.abs(zero.x - next) < closeEnough) return zero;
    [before, next] = [point, zero.x];
  }
  return null;
}

/**
 * The gain at which <ln Z> = 0, with its standard error, by the secant rule on common random numbers: an eighth of the
 * walks to come close, then all of them twice. Null where there is none near the start. Yields after every slice.
 */
export async function* findGain(search: GainSearch, room: SearchRoom): Search<FoundGain | null> {
  const { depth, width, start } = search;
  const most = Math.round((room.units ?? unitsPerEvaluation) / (depth * width));
  const walks = Math.min(mostWalks, Math.max(fewestWalks, most));
  await prepareWalk(settingsOf(search, start, 1));
  async function* at(x: number, count: number): Search<Point | null> {
    const drift = yield* driftAt(settingsOf(search, Math.exp(x), count), room);
    return drift && { x, drift };
  }
  const close = yield* comeClose(Math.log(start), (x) => at(x, Math.ceil(walks / share)));
  const first = close && (yield* at(close.x, walks));
  // Two points at one place have no slope between them.
  const step = first && close ? first.drift.mean / close.slope || closeEnough : Number.NaN;
  const second = first && (yield* at(first.x - step, walks));
  const zero = first && second && zeroOf(first, second);
  if (!zero || Math.abs(zero.x - second.x) > closeEnough) return null;
  return foundAt(zero.x, second.drift.error / zero.slope);
}
