import { prepareTrainPipelines, type TrainPipelines } from '#engine/kernels/trainStep/trainPipelines.ts';
import type { TrainerSetting } from '#engine/train/trainer.ts';
import { type FusedSizes, fusedSizes, trainBuffers } from './fusedBuffers.ts';
import { type Command, type FusedGrid, fusedGrid } from './fusedPlan.ts';
import { paddedLength } from './paddedParameters.ts';
import { settingBytes, settingWords } from './settingWords.ts';

/** What the optimiser is told in one step. */
export interface UpdateConstants {
  readonly rate: number;
  /** Share of the first moment that is kept. */
  readonly momentum: number;
  /** Adam's bias corrections: 1 minus the product of all shares kept so far. */
  readonly firstCorrection: number;
  readonly secondCorrection: number;
}

/** A command with the step slot and the constants it runs with. */
export interface Dispatch {
  readonly command: Command;
  readonly slot: number;
  readonly count: number;
  readonly update: UpdateConstants | null;
}

/** The buffers and pipelines of one network on a device, and the way to run commands on them. */
export interface FusedDevice {
  readonly grid: FusedGrid;
  readonly sizes: FusedSizes;
  /** Writes values from a byte on. */
  write(name: StorageName, values: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>, at?: number): void;
  /** Submits commands as one unit of work. `gradient` binds the gradient's buffer in place of the moments. */
  submit(dispatches: readonly Dispatch[], into: 'moments' | 'gradient'): void;
  /** Bytes of a buffer, all of them or some. */
  read(name: StorageName, offset?: number, size?: number): Promise<ArrayBuffer>;
  dispose(): void;
}

const storageNames = [
  'inputs',
  'labels',
  'parameters',
  'activations',
  'deltas',
  'report',
  'moments',
] as const;
type StorageName = (typeof storageNames)[number] | 'gradient';

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

/** Makes the buffers of a network on a device and compiles its kernels. The caller disposes of it. */
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
    tile: grid.tile,
  });
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  const buffers = new Map<StorageName, GPUBuffer>(
    storageNames.map((name) => [name, trainBuffers.create(device, sizes[name], usage)]),
  );
  const uniforms = trainBuffers.create(
    device,
    mostDispatches * uniformStride,
    GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
  );
  const groups = new Map<string, GPUBindGroup>();

  /** The gradient's buffer is made when it is first asked for. */
  function bufferOf(name: StorageName): GPUBuffer {
    const buffer = buffers.get(name) ?? trainBuffers.create(device, 4 * paddedLength(setting.shape), usage);
    buffers.set(name, buffer);
    return buffer;
  }

  function groupOf(into: 'moments' | 'gradient'): GPUBindGroup {
    const known = groups.get(into);
    if (known) return known;
    const bound = [...storageNames.slice(0, -1), into];
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

  function submit(dispatches: readonly Dispatch[], into: 'moments' | 'gradient'): void {
    device.queue.writeBuffer(uniforms, 0, uniformBytes(setting, grid, sizes.slots, dispatches));
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    for (const [i, { command }] of dispatches.entries()) {
      pass.setPipeline(pipelines.kernels[command.kernel]);
      pass.setBindGroup(0, groupOf(into), [i * uniformStride]);
      pass.dispatchWorkgroups(...command.groups);
    }
    pass.end();
    device.queue.submit([encoder.finish()]);
  }

  async function read(name: StorageName, offset = 0, size = bufferOf(name).size): Promise<ArrayBuffer> {
    const staging = trainBuffers.create(device, size, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
    try {
      const encoder = device.createCommandEncoder();
      encoder.copyBufferToBuffer(bufferOf(name), offset, staging, 0, size);
      device.queue.submit([encoder.finish()]);
      await staging.mapAsync(GPUMapMode.READ);
      return staging.getMappedRange().slice(0);
    } finally {
      trainBuffers.destroy(staging);
    }
  }

  return {
    grid,
    sizes,
    write: (name, values, at = 0) => device.queue.writeBuffer(bufferOf(name), at, values),
    submit,
    read,
    dispose() {
      for (const buffer of [...buffers.values(), uniforms]) trainBuffers.destroy(buffer);
    },
  };
}
