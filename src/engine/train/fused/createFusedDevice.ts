import { inErrorScopes } from '#engine/device/errorScopes.ts';
import { kernelKind } from '#engine/kernels/trainStep/kernelKind.ts';
import { prepareTrainPipelines, type TrainPipelines } from '#engine/kernels/trainStep/trainPipelines.ts';
import type { TrainerSetting } from '#engine/train/trainer.ts';
import type { Dispatch } from './dispatch.ts';
import { fusedSizes } from './fusedBuffers.ts';
import type { FusedDevice } from './fusedDevice.ts';
import { fusedGrid } from './fusedGrid.ts';
import { createFusedMemory } from './fusedMemory.ts';
import { settingBytes, settingWords } from './settingWords.ts';
import type { FusedGrid } from './storage.ts';
import { storageNames } from './storage.ts';

/** Spacing of uniform blocks that every adapter allows. */
const uniformStride = 256;
const mostDispatches = 4096;

/** Uniform blocks of one submission side by side, [dispatches, uniformStride] bytes. */
function uniformBytes(
  { shape }: TrainerSetting,
  grid: FusedGrid,
  slots: number,
  dispatches: readonly Dispatch[],
) {
  if (dispatches.length > mostDispatches) throw new Error('Too many dispatches in one submission.');
  const bytes = new Uint8Array(dispatches.length * uniformStride);
  for (const [i, dispatch] of dispatches.entries()) {
    bytes.set(new Uint8Array(settingWords(shape, grid, slots, dispatch)), i * uniformStride);
  }
  return bytes;
}

/**
 * Makes the buffers of a network on a device and compiles its kernels. The caller disposes of it. Throws a `ReasonError`
 * if the device has no room for it.
 */
export async function createFusedDevice(
  device: GPUDevice,
  software: boolean,
  setting: TrainerSetting,
): Promise<FusedDevice> {
  const grid = fusedGrid(setting.shape, setting.batch, software);
  const sizes = fusedSizes(setting, grid);
  const { nonlinearity, task, optimizer } = setting;
  const pipelines: TrainPipelines = await prepareTrainPipelines(device, {
    nonlinearity,
    task,
    optimizer,
    kind: kernelKind(setting.shape),
    tile: grid.tile,
  });
  const memory = await createFusedMemory(device, setting.shape, sizes, mostDispatches * uniformStride);
  const { bufferOf, uniforms } = memory;
  const groups = new Map<string, GPUBindGroup>();

  function groupOf(into: 'moments' | 'gradient'): GPUBindGroup {
    const known = groups.get(into);
    if (known) return known;
    const further = sizes.further > 0 ? (['further'] as const) : [];
    const bound = [...storageNames.slice(0, -1), into, ...further];
    const fresh = device.createBindGroup({
      layout: pipelines.layout,
      entries: [
        { binding: 0, resource: { buffer: uniforms, size: settingBytes } },
        ...bound.map((name, i) => ({ binding: i + 1, resource: { buffer: bufferOf(name) } })),
      ],
    });
    groups.set(into, fresh);
    return fresh;
  }

  function submitNow(dispatches: readonly Dispatch[], into: 'moments' | 'gradient'): void {
    device.queue.writeBuffer(uniforms, 0, uniformBytes(setting, grid, sizes.slots, dispatches));
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    for (const [i, { command }] of dispatches.entries()) {
      pass.setPipeline(pipelines.kernelOf(command.kernel));
      pass.setBindGroup(0, groupOf(into), [i * uniformStride]);
      pass.dispatchWorkgroups(...command.groups);
    }
    pass.end();
    device.queue.submit([encoder.finish()]);
  }

  return {
    grid,
    sizes,
    write: memory.write,
    submit: (dispatches, into) => inErrorScopes(device, () => submitNow(dispatches, into)).sound,
    read: memory.read,
    dispose: memory.dispose,
  };
}
