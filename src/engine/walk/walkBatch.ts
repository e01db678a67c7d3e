import { createBatchState } from '#engine/kernels/walkSlice/batchState.ts';
import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';
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

/** What a direction's steps brought, [batch, depth + 1] each: growth of the log-norm, and backwards a . delta or the branch's share. */
interface Columns {
  readonly growth: Float32Array;
  readonly second: Float32Array;
}

/** Starts a batch of walks through real matrices; the caller disposes of it, finished or not. */
export function createWalkBatch(
  settings: WalkSettings,
  firstWalk: number,
  batch: number,
  generator: Generator = 'pcg4d',
): MatrixBatch {
  const { directions, keepsPreActivations } = walkStages(settings);
  const { depth, width } = settings;
  const state = createBatchState(batch, { ...settings, keepsPreActivations });
  const length = depth + 1;
  const found = new Map<Direction, Columns>();
  let stage = 0;
  let done = 0;

  const emptyColumns = (): Columns => ({
    growth: new Float32Array(batch * length),
    second: new Float32Array(batch * length),
  });

  /** Parts [batch, steps, 2] into its columns. A plain loop: a card brings a hundred thousand walks a second. */
  function keep(direction: Direction, pairs: Float32Array, steps: number): void {
    const { growth, second } = found.get(direction) ?? emptyColumns();
    found.set(direction, { growth, second });
    for (let walk = 0; walk < batch; walk++) {
      const to = walk * length + done;
      const from = walk * steps;
      for (let step = 0; step < steps; step++) {
        growth[to + step] = pairs[2 * (from + step)] ?? 0;
        second[to + step] = pairs[2 * (from + step) + 1] ?? 0;
      }
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
    const values = await state.walk(slice);
    keep(direction, values, steps);
    done += steps;
    if (done > depth) {
      stage += 1;
      done = 0;
    }
    return batch * width ** 2 * multiplied;
  }

  const rowOf = (values: Float32Array | undefined, walk: number) =>
    values?.subarray(walk * length, (walk + 1) * length) ?? null;

  return {
    batch,
    advance,
    incrementsOf: (walk) => ({
      forward: rowOf(found.get('forward')?.growth, walk),
      backward: rowOf(found.get('backward')?.growth, walk),
      branch: settings.residual > 0 ? rowOf(found.get('backward')?.second, walk) : null,
      isNormed: settings.norm !== 'none',
    }),
    dotsOf: (walk) => rowOf(found.get('backward')?.second, walk) ?? new Float32Array(),
    dispose: state.dispose,
  };
}
