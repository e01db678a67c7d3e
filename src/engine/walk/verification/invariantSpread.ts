import type { WalkIncrements } from '#engine/walk/walkPath.ts';

/**
 * Largest relative change of a_d . delta_d along one walk of a homogeneous network without biases, where it is
 * the same at every layer (docs/MODEL.md, "Invariants"): it proves that the backward pass uses the forward
 * pass's weights, transposed, and its slopes. `dots` are in the scales of the kept vectors, output side first.
 * Throws when either direction was not walked.
 */
export function invariantSpread({ forward, backward }: WalkIncrements, dots: Float32Array): number {
  if (!forward || !backward) throw new Error('The invariant needs both directions.');
  const depth = dots.length - 1;
  // ln of the scale of a_d: half the log-norm of h_(d-1), up to a constant.
  const scales = new Float64Array(depth + 1);
  for (let d = 1; d <= depth; d++) scales[d] = (scales[d - 1] ?? 0) + (forward[d - 1] ?? 0) / 2;
  let deltaScale = 0;
  const products = Array.from(dots, (dot, k) => {
    deltaScale += k === 0 ? 0 : (backward[k] ?? 0) / 2;
    return dot * Math.exp(deltaScale + (scales[depth - k] ?? 0) - (scales[depth] ?? 0));
  });
  const first = products[0] ?? 0;
  return Math.max(...products.map((product) => Math.abs(product - first))) / Math.abs(first);
}
