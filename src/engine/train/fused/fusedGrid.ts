import { trainThreads } from '#engine/kernels/trainStep/trainPrelude.ts';
import type { NetworkShape } from '#engine/train/network.ts';
import { quadsOf } from './quads.ts';
import type { FusedGrid } from './storage.ts';

/** Wider layers are cut into tiles of units and dispatched one by one. */
export const widestWholeNetwork = 256;

/**
 * The grid for a network and a largest batch. A software adapter has few cores and dear loads: threads take four samples
 * each and groups are filled; a GPU wants many small groups.
 */
export function fusedGrid(
  { width, inputs, outputs }: NetworkShape,
  batch: number,
  software: boolean,
): FusedGrid {
  const quads = quadsOf(width);
  const tile = software ? 4 : 2;
  const isWide = width > widestWholeNetwork;
  const filled = tile * Math.max(1, Math.floor(trainThreads / quads));
  const fewest = software ? 2 : 64;
  const shared = tile * Math.max(1, Math.floor(batch / fewest / tile));
  const groupSamples = isWide ? tile : Math.min(filled, shared);
  const widest = Math.max(quads, quadsOf(outputs), quadsOf(inputs));
  return {
    tile,
    groupSamples,
    groupQuads: isWide ? trainThreads : widest,
    capacity: groupSamples * Math.ceil(batch / groupSamples),
  };
}
