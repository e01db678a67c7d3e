/**
 * From now until `restore` every number that the device returns goes through `change`: what a device does that
 * computes wrongly after its self-test. Whole numbers and flags are left alone.
 */
export function lyingDevice(change: (value: number) => number): { restore(): void } {
  const honest = GPUBuffer.prototype.getMappedRange;
  GPUBuffer.prototype.getMappedRange = function lie(this: GPUBuffer, offset?: number, size?: number) {
    const bytes = honest.call(this, offset, size);
    // What is mapped to be written must arrive.
    if ((this.usage & GPUBufferUsage.MAP_READ) === 0) return bytes;
    const values = new Float32Array(bytes.slice(0));
    return values.map((value) => (Number.isFinite(value) ? change(value) : value)).buffer;
  };
  return {
    restore() {
      GPUBuffer.prototype.getMappedRange = honest;
    },
  };
}

/** From now until `restore` a device makes no buffer above `most` bytes: it hands out invalid ones. */
export function fullDevice(most: number): { restore(): void; refused(): number } {
  const honest = GPUDevice.prototype.createBuffer;
  let refused = 0;
  GPUDevice.prototype.createBuffer = function refuse(this: GPUDevice, descriptor: GPUBufferDescriptor) {
    if (descriptor.size <= most) return honest.call(this, descriptor);
    refused += 1;
    // Larger than any adapter's limit: the specification asks for an invalid buffer and an error.
    const invalid = honest.call(this, { ...descriptor, mappedAtCreation: false, size: 2 ** 40 });
    return Object.defineProperty(invalid, 'size', { value: descriptor.size });
  };
  return {
    refused: () => refused,
    restore() {
      GPUDevice.prototype.createBuffer = honest;
    },
  };
}
