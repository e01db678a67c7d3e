import { reportHead } from '#engine/kernels/trainStep/trainPrelude.ts';
import type { NetworkShape } from '#engine/train/network.ts';
import type { TrainerSetting } from '#engine/train/trainer.ts';
import type { FusedGrid } from './fusedPlan.ts';
import { paddedLength, quadsOf } from './paddedParameters.ts';

/** Sizes of the kernels' buffers, in bytes. */
export interface FusedSizes {
  /** Steps that can be submitted at once. */
  readonly slots: number;
  readonly inputs: number;
  readonly labels: number;
  readonly parameters: number;
  readonly activations: number;
  readonly deltas: number;
  readonly report: number;
  readonly moments: number;
}

const mostSlots = 16;
/** Inputs of all slots together stay below this. */
const inputsBytes = 4 * 2 ** 20;

/** Moments an optimiser keeps of every trained number. */
export const momentCopies = { sgd: 0, momentum: 1, adam: 2 } as const;

/** Where the norms begin in `report`, in words. */
export function normsAt({ capacity }: FusedGrid, slots: number): number {
  return reportHead + 2 * slots * capacity;
}

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
  };
}

/** All of a network's memory while it is trained, the gradient that is measured now and then included. */
export function fusedBytes(sizes: FusedSizes, shape: NetworkShape): number {
  const { inputs, labels, parameters, activations, deltas, report, moments } = sizes;
  return inputs + labels + parameters + activations + deltas + report + moments + 4 * paddedLength(shape);
}

/** Buffers of a device that are counted until they are destroyed, so that a leak can be seen. */
export interface BufferCount {
  readonly inUse: () => number;
  create(device: GPUDevice, size: number, usage: number): GPUBuffer;
  destroy(buffer: GPUBuffer): void;
}

export function createBufferCount(): BufferCount {
  let count = 0;
  return {
    inUse: () => count,
    create(device, size, usage) {
      count += 1;
      return device.createBuffer({ size: 4 * Math.ceil(size / 4), usage });
    },
    destroy(buffer) {
      count -= 1;
      buffer.destroy();
    },
  };
}

/** Buffers of all trainers of this worker. */
export const trainBuffers = createBufferCount();
