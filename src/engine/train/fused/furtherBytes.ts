import type { NetworkShape } from '#engine/train/network.ts';
import { quadsOf } from './quads.ts';
import type { FusedGrid } from './storage.ts';

/** Entries of the sums that a tied network's gradient is gathered in, at most about. */
const mostSums = 2 ** 18;
const mostChunks = 64;

/** In how many parts the layers of a tied network are summed side by side: many where a matrix has few threads. */
export function tiedChunks({ tied, width, depth }: NetworkShape): number {
  if (!tied) return 0;
  const fitting = Math.floor(mostSums / ((width + 1) * quadsOf(width)));
  return Math.max(1, Math.min(depth, mostChunks, fitting));
}

/** Bytes of the kernels' buffer `further`, part by part as `furtherWgsl` lays it out. */
export function furtherBytes(shape: NetworkShape, { capacity, groupQuads }: FusedGrid): number {
  const { width, depth, outputs, residual, norm } = shape;
  const samples = (depth + 1) * capacity;
  const stream = residual > 0 ? samples * quadsOf(width) : 0;
  const widest = quadsOf(Math.max(width, outputs));
  const totals = capacity * Math.ceil(widest / groupQuads);
  const normed = norm === 'none' ? 0 : samples * (1 + widest) + totals;
  return 16 * (stream + normed + tiedChunks(shape) * (width + 1) * quadsOf(width));
}
