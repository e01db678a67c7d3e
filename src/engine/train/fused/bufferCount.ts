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
