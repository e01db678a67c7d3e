import { deadIncrement } from '#engine/kernels/walkSlice/walkSlice.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import type { Pass } from '#theory/pass.ts';

/** Increments of one walk: entry 0 the start's ln norm squared, entry k the growth in step k; null when not walked. */
export interface WalkIncrements {
  readonly forward: Float32Array | null;
  readonly backward: Float32Array | null;
}

const isDead = (increment: number) => increment <= deadIncrement / 10;

/** Sum of increments 1..k at entry k; -Infinity from a zero norm on. */
function cumulative(increments: Float32Array): Float64Array {
  const path = new Float64Array(increments.length);
  let sum = 0;
  // A plain loop: a hundred thousand walks of a thousand layers come through here.
  for (let k = 0; k < increments.length; k++) {
    const increment = increments[k] ?? 0;
    if (Number.isNaN(increment)) throw new ReasonError({ code: 'notANumber', step: k });
    if (isDead(increment)) sum = Number.NEGATIVE_INFINITY;
    else if (k > 0) sum += increment;
    path[k] = k === 0 && sum > Number.NEGATIVE_INFINITY ? 0 : sum;
  }
  return path;
}

/**
 * ln Z along one walk, [depth + 1], -Infinity from the layer of its death on (docs/MODEL.md, "Three passes").
 * The weight gradient's entry k >= 1 is matrix W_(D-k+1), relative to W_D: |delta_d|^2 |h_(d-1)|^2.
 * Throws when the increments of the pass were not walked, or are not numbers.
 */
export function walkPath(pass: Pass, { forward, backward }: WalkIncrements): Float64Array {
  if (pass === 'forward' && forward) return cumulative(forward);
  if (pass === 'backward' && backward) return cumulative(backward);
  if (!forward || !backward) throw new Error(`The pass "${pass}" was not walked.`);
  const h = cumulative(forward);
  const delta = cumulative(backward);
  const depth = delta.length - 1;
  const top = h[depth - 1] ?? 0;
  return delta
    .map((_, k) => (k === 0 ? 0 : (delta[k - 1] ?? 0) + (h[depth - k] ?? 0) - top))
    .map((value) => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value));
}
