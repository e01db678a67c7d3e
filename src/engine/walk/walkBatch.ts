import { readKernel } from '#engine/device/readKernel.ts';
import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';
import { createWalkState, disposeWalkState, runWalkSlice } from '#engine/kernels/walkSlice/walkSliceCall.ts';
import type { Generator } from '#engine/random/generator.ts';
import type { WalkSettings } from './protocol.ts';
import { sliceSteps, walkStages } from './slicePlan.ts';
import type { WalkIncrements } from './walkPath.ts';

/** A batch of walks on its way, by either sampler; `advance` walks one slice of it. */
export interface WalkBatch {
  readonly batch: number;
  /** Walks one slice and returns how many weights it multiplied, or as many as took the time; 0 when the batch is
   * finished. */
  advance(weightsPerMs: number): Promise<number>;
  /** Increments of one finished walk. */
  incrementsOf(walk: number): WalkIncrements;
  dispose(): void;
}

/** A batch of walks through real matrices. */
export interface MatrixBatch extends WalkBatch {
  /** a_d . delta_d along one finished backward walk, in the scales of the kept vectors (`WalkState`). */
  dotsOf(walk: number): Float32Array;
}

type Direction = 'forward' | 'backward';

const column = (values: Float32Array, index: number) => values.filter((_, i) => i % 2 === index);

/** Starts a batch of walks through real matrices; the caller disposes of it, finished or not. */
export function createWalkBatch(
  settings: WalkSettings,
  firstWalk: number,
  batch: number,
  generator: Generator = 'pcg4d',
): MatrixBatch {
  const { directions, keepsPreActivations } = walkStages(settings);
  const { depth, width } = settings;
  const state = createWalkState(batch, { ...settings, keepsPreActivations });
  const pairs = new Map<Direction, Float32Array>();
  let stage = 0;
  let done = 0;

  /** Copies [batch, steps, 2] into [batch, depth + 1, 2]. */
  function keep(direction: Direction, values: ArrayLike<number>, steps: number): void {
    const kept = pairs.get(direction) ?? new Float32Array(batch * (depth + 1) * 2);
    pairs.set(direction, kept);
    for (let walk = 0; walk < batch; walk++) {
      const from = walk * steps * 2;
      kept.set(Array.prototype.slice.call(values, from, from + steps * 2), (walk * (depth + 1) + done) * 2);
    }
  }

  async function advance(weightsPerMs: number): Promise<number> {
    const direction = directions[stage];
    if (!direction) return 0;
    // The first step draws the vector and multiplies nothing: alone it would say nothing of the device's speed.
    const drawn = done === 0 ? 1 : 0;
    const multiplied = sliceSteps(width, batch, depth + 1 - done - drawn, weightsPerMs);
    const steps = drawn + multiplied;
    const slice: WalkSlice = {
      ...settings,
      direction,
      generator,
      sharedNetwork: settings.ensemble === 'inputs',
      keepsPreActivations,
      firstWalk,
      batch,
      firstStep: done,
      steps,
    };
    const values = await readKernel(() => runWalkSlice(slice, state));
    keep(direction, values, steps);
    done += steps;
    if (done > depth) {
      stage += 1;
      done = 0;
    }
    return batch * width ** 2 * multiplied;
  }

  function rowOf(direction: Direction, walk: number): Float32Array | null {
    const length = (depth + 1) * 2;
    return pairs.get(direction)?.subarray(walk * length, (walk + 1) * length) ?? null;
  }

  function incrementsOf(walk: number): WalkIncrements {
    const forward = rowOf('forward', walk);
    const backward = rowOf('backward', walk);
    return {
      forward: forward && column(forward, 0),
      backward: backward && column(backward, 0),
      branch: settings.residual > 0 && backward ? column(backward, 1) : null,
      isNormed: settings.norm !== 'none',
    };
  }

  return {
    batch,
    advance,
    incrementsOf,
    dotsOf: (walk) => column(rowOf('backward', walk) ?? new Float32Array(), 1),
    dispose: () => disposeWalkState(state),
  };
}
