import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend, type Tensor } from '@tensorflow/tfjs-core';
import { inErrorScopes } from './errorScopes.ts';

/** The device of the active backend; null on every other backend. */
export function activeDevice(): GPUDevice | null {
  const active = backend();
  return active instanceof WebGPUBackend ? active.device : null;
}

/**
 * Runs a kernel, reads its float32 result and disposes of it. Throws a `ReasonError` when the device refused memory
 * for it or the work itself.
 */
export async function readKernel(run: () => Tensor): Promise<Float32Array> {
  // Reading begins within the scopes: it asks for a buffer too.
  const { value, sound } = inErrorScopes(activeDevice(), () => {
    const result = run();
    const reading = result.data();
    reading.catch(() => undefined);
    return { result, reading };
  });
  try {
    await sound;
    const values = await value.reading;
    if (!(values instanceof Float32Array)) throw new Error('The result of a kernel is not float32.');
    return values;
  } finally {
    value.result.dispose();
  }
}
