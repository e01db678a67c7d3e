import { inErrorScopes } from '#engine/device/errorScopes.ts';
import type { NetworkShape } from '#engine/train/network.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import { trainBuffers } from './bufferCount.ts';
import { paddedLength } from './paddedParameters.ts';
import type { FusedSizes, StorageName } from './storage.ts';
import { storageNames } from './storage.ts';

/** The buffers of one network on a device. */
export interface FusedMemory {
  readonly uniforms: GPUBuffer;
  /** A storage buffer; the gradient's is made when it is first asked for. */
  bufferOf(name: StorageName): GPUBuffer;
  /** Writes values from a byte on. */
  write(name: StorageName, values: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>, at?: number): void;
  /** Bytes of a buffer, all of them or some. Throws a `ReasonError` if the device refuses. */
  read(name: StorageName, offset?: number, size?: number): Promise<ArrayBuffer>;
  dispose(): void;
}

/** Throws a `ReasonError` if a buffer is larger than the device allows. */
function checkSizes({ limits }: GPUDevice, sizes: FusedSizes): void {
  const allowedBytes = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  const neededBytes = Math.max(sizes.further, ...storageNames.map((name) => sizes[name]));
  if (neededBytes > allowedBytes) throw new ReasonError({ code: 'noBuffer', neededBytes, allowedBytes });
}

/** Makes a network's buffers. The caller disposes of them. Throws a `ReasonError` if the device has no room for them. */
export async function createFusedMemory(
  device: GPUDevice,
  shape: NetworkShape,
  sizes: FusedSizes,
  uniformBytes: number,
): Promise<FusedMemory> {
  checkSizes(device, sizes);
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  const made = inErrorScopes(device, () => ({
    buffers: new Map<StorageName, GPUBuffer>(
      (sizes.further > 0 ? [...storageNames, 'further' as const] : storageNames).map((name) => [
        name,
        trainBuffers.create(device, sizes[name], usage),
      ]),
    ),
    uniforms: trainBuffers.create(device, uniformBytes, GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST),
  }));
  const { buffers, uniforms } = made.value;
  const dispose = () => {
    for (const buffer of [...buffers.values(), uniforms]) trainBuffers.destroy(buffer);
  };
  await made.sound.catch((error: unknown) => {
    dispose();
    throw error;
  });

  function bufferOf(name: StorageName): GPUBuffer {
    const buffer = buffers.get(name) ?? trainBuffers.create(device, 4 * paddedLength(shape), usage);
    buffers.set(name, buffer);
    return buffer;
  }

  async function read(name: StorageName, offset = 0, size = bufferOf(name).size): Promise<ArrayBuffer> {
    const { value: staging, sound } = inErrorScopes(device, () => {
      const fresh = trainBuffers.create(device, size, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
      const encoder = device.createCommandEncoder();
      encoder.copyBufferToBuffer(bufferOf(name), offset, fresh, 0, size);
      device.queue.submit([encoder.finish()]);
      return fresh;
    });
    try {
      const mapped = staging.mapAsync(GPUMapMode.READ);
      mapped.catch(() => undefined);
      await sound;
      await mapped;
      return staging.getMappedRange().slice(0);
    } finally {
      trainBuffers.destroy(staging);
    }
  }

  return {
    uniforms,
    bufferOf,
    write: (name, values, at = 0) => device.queue.writeBuffer(bufferOf(name), at, values),
    read,
    dispose,
  };
}
