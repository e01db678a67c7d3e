import { createFreeBatchState } from '#engine/kernels/freeSlice/freeBatchState.ts';
import { freeLayers, layerWidth } from '#engine/kernels/freeSlice/freeLayers.ts';
import { type FreeSlice, freeWay } from '#engine/kernels/freeSlice/freeSlice.ts';
import type { Generator } from '#engine/random/generator.ts';
import { freeSliceOf, keptBy } from './freeSliceOf.ts';
import type { WalkSettings } from './protocol.ts';
import { sliceMs } from './slicePlan.ts';
import type { WalkBatch } from './walkBatch.ts';

/** Walks that fill a small device: a thread walks one. */
const smallestBatch = 64;
/** A batch of many walks lasts about this long, so that the next can be larger on a device that hides it. */
const batchMs = 200;
/** Work of one layer in weights of a matrix: measured on SwiftShader. */
const workOfGroups = 80;
const workOfUnit = { forward: 2, both: 5 } as const;

/** Work of one forward step of one walk, in weights. */
function stepWork(settings: WalkSettings): number {
  if (freeWay(settings) === 'groups') return workOfGroups;
  const { depth, pass } = settings;
  let units = 0;
  for (let d = 0; d <= depth; d++) units += layerWidth(settings, d) / (depth + 1);
  return units * (pass === 'forward' ? workOfUnit.forward : workOfUnit.both);
}

/** How many matrix-free walks go in a batch. */
export function freeBatchSize(
  settings: WalkSettings,
  remaining: number,
  weightsPerMs: number,
  maxBytes: number,
): number {
  const work = stepWork(settings) * (settings.depth + 1);
  const wanted = Math.max(smallestBatch, Math.floor((weightsPerMs * batchMs) / work));
  const bytes = 4 * Math.max(1, keptBy(settings));
  return Math.max(1, Math.min(wanted, remaining, Math.floor(maxBytes / bytes)));
}

type Direction = 'forward' | 'backward';

/** Starts a batch of matrix-free walks; the caller disposes of it, finished or not. */
export function createFreeBatch(
  settings: WalkSettings,
  firstWalk: number,
  batch: number,
  generator: Generator = 'pcg4d',
): WalkBatch {
  const base = freeSliceOf(settings, generator);
  const { depth, pass } = settings;
  const state = createFreeBatchState(batch, {
    layers: freeLayers(settings),
    floats: keptBy(settings),
  });
  const directions: readonly Direction[] = base.needsGradient ? ['forward', 'backward'] : ['forward'];
  const rows = new Map<Direction, Float32Array>();
  let stage = 0;
  let done = 0;

  /** Walks whose increments are kept: of the way there, where nobody asks for it, only the last one's, to be checked. */
  const keptFrom = (direction: Direction) => (direction === 'forward' && pass === 'backward' ? batch - 1 : 0);

  /** Copies [walks, steps] into [walks, depth + 1], of the walks whose increments are kept. */
  function keep(direction: Direction, values: Float32Array, steps: number): void {
    if (steps > depth) {
      rows.set(direction, values);
      return;
    }
    const from = keptFrom(direction);
    const kept = rows.get(direction) ?? new Float32Array((batch - from) * (depth + 1));
    rows.set(direction, kept);
    for (let walk = from; walk < batch; walk++) {
      const row = walk - from;
      kept.set(values.subarray(row * steps, (row + 1) * steps), row * (depth + 1) + done);
    }
  }

  async function advance(weightsPerMs: number): Promise<number> {
    const direction = directions[stage];
    if (!direction) return 0;
    // A backward step only puts sums together.
    const isLight = direction === 'backward' && freeWay(settings) !== 'vectors';
    const work = isLight ? 4 : stepWork(settings);
    const affordable = Math.floor((weightsPerMs * sliceMs) / (batch * work));
    const steps = Math.max(1, Math.min(depth + 1 - done, affordable));
    const slice: FreeSlice = { ...base, direction, firstWalk, batch, firstStep: done, steps };
    const values = await state.walk(slice, keptFrom(direction));
    keep(direction, values, steps);
    done += steps;
    if (done > depth) {
      stage += 1;
      done = 0;
    }
    return Math.max(1, Math.round(batch * work * steps));
  }

  function rowOf(direction: Direction, walk: number): Float32Array | null {
    const place = walk - keptFrom(direction);
    if (place < 0) return null;
    return rows.get(direction)?.subarray(place * (depth + 1), (place + 1) * (depth + 1)) ?? null;
  }

  return {
    batch,
    advance,
    incrementsOf: (walk) => ({
      forward: rowOf('forward', walk),
      backward: rowOf('backward', walk),
      isNormed: settings.norm !== 'none',
    }),
    dispose: state.dispose,
  };
}
