import type { NetworkShape } from '#engine/train/network.ts';
import type { TrainerSetting } from '#engine/train/trainer.ts';
import { furtherBytes } from './furtherBytes.ts';
import { paddedLength } from './paddedParameters.ts';
import { quadsOf } from './quads.ts';
import type { FusedGrid, FusedSizes } from './storage.ts';
import { normsAt } from './storage.ts';

const mostSlots = 16;
/** Inputs of all slots together stay below this. */
const inputsBytes = 4 * 2 ** 20;

/** Moments an optimiser keeps of every trained number. */
export const momentCopies = { sgd: 0, momentum: 1, adam: 2 } as const;

export function fusedSizes({ shape, optimizer }: TrainerSetting, grid: FusedGrid): FusedSizes {
  const { inputs, width, depth, outputs } = shape;
  const { capacity } = grid;
  const sampleBytes = 16 * quadsOf(inputs);
  const slots = Math.max(1, Math.min(mostSlots, Math.floor(inputsBytes / (capacity * sampleBytes))));
  const layerBytes = (depth + 1) * capacity * 16 * quadsOf(width);
  // The last block of four rows may reach a few quads over the end.
  const spare = 64 * quadsOf(Math.max(width, outputs));
  return {
    slots,
    inputs: slots * capacity * sampleBytes,
    labels: 4 * slots * capacity,
    parameters: 4 * paddedLength(shape) + spare,
    activations: layerBytes,
    deltas: layerBytes + capacity * 16 * quadsOf(outputs),
    report: 4 * (normsAt(grid, slots) + 4 * (depth + 1)),
    moments: Math.max(16, momentCopies[optimizer] * 4 * paddedLength(shape)),
    further: furtherBytes(shape, grid),
  };
}

/** All of a network's memory while it is trained, the gradient that is measured now and then included. */
export function fusedBytes(sizes: FusedSizes, shape: NetworkShape): number {
  const { inputs, labels, parameters, activations, deltas, report, moments, further } = sizes;
  const signals = activations + deltas + further;
  return inputs + labels + parameters + signals + report + moments + 4 * paddedLength(shape);
}
