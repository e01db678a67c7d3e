import type { NetworkShape } from '#engine/train/network.ts';
import type { Dispatch } from './dispatch.ts';
import { paddedLength } from './paddedParameters.ts';
import { quadsOf } from './quads.ts';
import type { FusedGrid } from './storage.ts';
import { normsAt } from './storage.ts';

/** Size of the uniform block `Setting` of the training kernels, bytes. */
export const settingBytes = 96;

/** The uniform block of one dispatch. */
export function settingWords(
  shape: NetworkShape,
  grid: FusedGrid,
  slots: number,
  { command, slot, count, update }: Dispatch,
): ArrayBuffer {
  const { inputs, width, depth, outputs, residual } = shape;
  const words = new ArrayBuffer(settingBytes);
  new Uint32Array(words).set([
    count,
    inputs,
    quadsOf(inputs),
    width,
    quadsOf(width),
    outputs,
    quadsOf(outputs),
    depth,
    command.firstLayer,
    command.layers,
    grid.groupSamples,
    grid.groupQuads,
    slot,
    grid.capacity,
    normsAt(grid, slots),
    paddedLength(shape) / 4,
  ]);
  new Float32Array(words).set([residual], 20);
  if (!update) return words;
  const { rate, momentum, firstCorrection, secondCorrection } = update;
  new Float32Array(words).set([rate, momentum, firstCorrection, secondCorrection], 16);
  return words;
}
