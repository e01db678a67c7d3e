import { deadIncrement } from '#engine/kernels/walkSlice/walkSlice.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import type { Pass } from '#theory/pass.ts';

/** Increments of one walk: entry 0 the start's ln norm squared, entry k the growth in step k; null when not walked. */
export interface WalkIncrements {
  readonly forward: Float32Array | null;
  readonly backward: Float32Array | null;
  /** Of a residual network, walked backwards: at entry k, d = D - k, ln of the share of |delta_d|^2 that reaches the branch. */
  readonly branch?: Float32Array | null;
  /** Set where what enters a matrix is normalised: its norm is sqrt(N). */
  readonly isNormed?: boolean;
}

const isDead = (increment: number) => increment <= deadIncrement / 10;

/** Sum of increments 1..k at entry k; -Infinity from a zero norm on. */
function cumulative(
  increments: Float32Array,
  path: Float64Array = new Float64Array(increments.length),
): Float64Array {
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

/** The weight gradients' path; dead from the first matrix on that has none. */
function weightsPath(
  h: Float64Array,
  delta: Float64Array,
  { branch, isNormed }: WalkIncrements,
): Float64Array {
  const depth = delta.length - 1;
  const size = (k: number) => {
    const activation = h[depth - k] ?? 0;
    const entering = isNormed && activation > Number.NEGATIVE_INFINITY ? 0 : activation;
    const reached = branch?.[k - 1] ?? 0;
    return (delta[k - 1] ?? 0) + entering + (isDead(reached) ? Number.NEGATIVE_INFINITY : reached);
  };
  const path = new Float64Array(depth + 1);
  const top = depth > 0 ? size(1) : 0;
  let isOver = false;
  for (let k = 1; k <= depth; k++) {
    const value = size(k) - top;
    isOver ||= Number.isNaN(value) || value === Number.NEGATIVE_INFINITY;
    path[k] = isOver ? Number.NEGATIVE_INFINITY : value;
  }
  return path;
}

/**
 * ln Z along one walk, [depth + 1], -Infinity from the layer of its death on (docs/MODEL.md, "Three passes").
 * The weight gradient's entry k >= 1 is matrix W_(D-k+1), relative to W_D: |delta_d|^2 |h_(d-1)|^2, in a residual network what
 * of delta_d reaches the branch, and where h_(d-1) is normalised the first factor alone.
 * Throws when the increments of the pass were not walked, or are not numbers. `room`, [depth + 1], may take the path up: a hundred thousand
 * of them are rubbish to collect.
 */
export function walkPath(pass: Pass, walked: WalkIncrements, room?: Float64Array): Float64Array {
  const { forward, backward } = walked;
  if (pass === 'forward' && forward) return cumulative(forward, room);
  if (pass === 'backward' && backward) return cumulative(backward, room);
  if (!forward || !backward) throw new Error(`The pass "${pass}" was not walked.`);
  return weightsPath(cumulative(forward), cumulative(backward), walked);
}
