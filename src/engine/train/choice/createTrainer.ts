import { createComposedTrainer } from '#engine/train/composed/composedTrainer.ts';
import { createFusedTrainer } from '#engine/train/fused/fusedTrainer.ts';
import type { TrainState } from '#engine/train/network.ts';
import type { TrainBackend } from '#engine/train/trainBackend.ts';
import type { Trainer, TrainerSetting } from '#engine/train/trainer.ts';
import { createWasmTrainer } from '#engine/train/wasm/wasmTrainer.ts';
import type { Way } from '#engine/train/way.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import { guardedTrainer } from './guardedTrainer.ts';

/** Makes a way the one that computes: another run may have had its turn. Our kernels in WebAssembly need nothing. */
export async function activateWay(backend: TrainBackend, { implementation, backend: name }: Way) {
  if (implementation !== 'wasm') await backend.activate(name);
}

/** A trainer by a way; the caller disposes of it. Throws, as a `ReasonError` where there are words for it, if the way does not start here. */
export async function createTrainer(
  backend: TrainBackend,
  way: Way,
  setting: TrainerSetting,
  initial: TrainState,
): Promise<Trainer> {
  const { webgpu } = backend;
  if (way.implementation === 'wasm') {
    const kernels = await backend.kernels();
    if (!kernels) throw new ReasonError({ code: 'noBackend', backend: way.backend });
    return createWasmTrainer(kernels, setting, initial);
  }
  if (way.implementation === 'composed') {
    await backend.activate(way.backend);
    const trainer = createComposedTrainer(setting, initial);
    return webgpu && way.backend === 'webgpu' ? guardedTrainer(trainer, webgpu.errors) : trainer;
  }
  if (!webgpu) throw new Error('The kernels need a WebGPU device.');
  const trainer = await createFusedTrainer(webgpu.device, webgpu.software, setting, initial);
  return guardedTrainer(trainer, webgpu.errors);
}
