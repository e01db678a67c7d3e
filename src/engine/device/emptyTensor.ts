import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend, engine, type Tensor, zeros } from '@tensorflow/tfjs-core';

/**
 * A float32 tensor whose contents do not matter yet. On WebGPU only the buffer is allocated: `zeros` would fill
 * and upload up to 128 MiB from the processor. The caller disposes of it.
 */
export function emptyTensor(shape: number[]): Tensor {
  const active = backend();
  if (!(active instanceof WebGPUBackend)) return zeros(shape);
  return engine().makeTensorFromTensorInfo(active.makeTensorInfo(shape, 'float32'), active);
}
