import { stateRows } from '#engine/kernels/walkSlice/stateRows.ts';
import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';
import { walkSliceReference } from '#engine/kernels/walkSlice/walkSliceReference.ts';
import type { Generator } from '#engine/random/generator.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { walkStages } from '#engine/walk/slicePlan.ts';
import type { WalkIncrements } from '#engine/walk/walkPath.ts';

/** The first steps of one walk in one direction; forwards before backwards, and all of it, where both are walked. */
export type ReferenceSteps = (direction: 'forward' | 'backward', steps: number) => Float32Array;

/** Moves every entry of rows of `length`, padded to `padded`, by a share of its row's root mean square. */
function nudgeRows(rows: Float32Array, length: number, padded: number, share: number): void {
  for (let from = 0; from < rows.length; from += padded) {
    const row = rows.subarray(from, from + length);
    const shift = share * Math.sqrt(row.reduce((sum, value) => sum + value * value, 0) / length);
    for (const [i, value] of row.entries()) row[i] = value + shift;
  }
}

/**
 * One walk through matrices by the TypeScript reference, direction by direction: [steps, 2], `WalkSlice`'s pairs.
 * `nudge`: a share of each layer's root mean square by which pre-activations are moved before the way back, as rounding
 * might have.
 */
export function walkReferenceSteps(
  settings: WalkSettings,
  walk: number,
  generator: Generator = 'pcg4d',
  nudge = 0,
): ReferenceSteps {
  const { keepsPreActivations } = walkStages(settings);
  const { kept, scales } = stateRows({ ...settings, keepsPreActivations });
  const padded = 4 * Math.ceil(settings.width / 4);
  const rows = new Float32Array(kept * padded);
  const state = [rows, new Float32Array(scales), new Float32Array(padded)];
  return (direction, steps) => {
    if (direction === 'backward' && nudge !== 0) nudgeRows(rows, settings.width, padded, nudge);
    const slice: WalkSlice = {
      ...settings,
      direction,
      generator,
      sharedNetwork: settings.ensemble === 'inputs',
      keepsPreActivations,
      firstWalk: walk,
      batch: 1,
      firstStep: 0,
      steps,
    };
    return walkSliceReference(slice, state);
  };
}

/** One whole walk by the TypeScript reference, without TensorFlow.js: what every other kernel must agree with. */
export function walkReference(
  settings: WalkSettings,
  walk: number,
  generator: Generator = 'pcg4d',
): WalkIncrements & { readonly dots: Float32Array | null } {
  const walkOn = walkReferenceSteps(settings, walk, generator);
  const walked = new Map(
    walkStages(settings).directions.map((direction) => [direction, walkOn(direction, settings.depth + 1)]),
  );
  const pick = (direction: 'forward' | 'backward', index: number) =>
    walked.get(direction)?.filter((_, i) => i % 2 === index) ?? null;
  return {
    forward: pick('forward', 0),
    backward: pick('backward', 0),
    dots: pick('backward', 1),
    branch: settings.residual > 0 ? pick('backward', 1) : null,
    isNormed: settings.norm !== 'none',
  };
}
