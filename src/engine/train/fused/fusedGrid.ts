import { trainThreads } from '#engine/kernels/trainStep/trainPrelude.ts';
import type { NetworkShape } from '#engine/train/network.ts';
import { quadsOf } from './quads.ts';

/** How the kernels divide their work on a device. */
export interface FusedGrid {
  /** Samples a thread takes at once. */
  readonly tile: number;
  /** Samples a workgroup takes through the network. */
  readonly groupSamples: number;
  /** Quads of units a workgroup makes of a layer; less than all means one layer a dispatch. */
  readonly groupQuads: number;
  /** Samples the buffers have room for: whole groups. */
  readonly capacity: number;
}

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
