import type { OptimizerName } from '#engine/train/optimizer.ts';
import type { Task } from '#engine/train/task.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import { backwardWgsl, forwardWgsl } from './forwardWgsl.ts';
import { lossWgsl } from './lossWgsl.ts';
import { gradientNormsWgsl, normsWgsl } from './normsWgsl.ts';
import { trainPreludeWgsl } from './trainPrelude.ts';
import { updateWgsl } from './updateWgsl.ts';

/** What the kernels are specialised for; everything else is a uniform. */
export interface TrainPipelineKey {
  readonly nonlinearity: Nonlinearity;
  readonly task: Task;
  readonly optimizer: OptimizerName;
  /** Samples a thread takes at once. */
  readonly tile: number;
}

export const trainKernels = [
  'forward',
  'loss',
  'backward',
  'update',
  'gradient',
  'norms',
  'gradientNorms',
] as const;
export type TrainKernel = (typeof trainKernels)[number];

export interface TrainPipelines {
  readonly layout: GPUBindGroupLayout;
  readonly kernels: Readonly<Record<TrainKernel, GPUComputePipeline>>;
}

/** Storage buffers of the one bind group, after the uniform block. */
const storageBindings = 7;

const layouts = new WeakMap<GPUDevice, GPUBindGroupLayout>();
const compiled = new WeakMap<GPUDevice, Map<string, Promise<GPUComputePipeline>>>();

function layoutOf(device: GPUDevice): GPUBindGroupLayout {
  const known = layouts.get(device);
  if (known) return known;
  const storage = Array.from({ length: storageBindings }, (_, i) => ({
    binding: i + 1,
    visibility: GPUShaderStage.COMPUTE,
    buffer: { type: 'storage' as const },
  }));
  const uniform = {
    binding: 0,
    visibility: GPUShaderStage.COMPUTE,
    buffer: { type: 'uniform' as const, hasDynamicOffset: true },
  };
  const fresh = device.createBindGroupLayout({ entries: [uniform, ...storage] });
  layouts.set(device, fresh);
  return fresh;
}

/** Code of a kernel and what of the key it depends on. */
function sourceOf(kernel: TrainKernel, { nonlinearity, task, optimizer, tile }: TrainPipelineKey) {
  const code: Readonly<Record<TrainKernel, () => string>> = {
    forward: () => forwardWgsl(tile),
    loss: () => lossWgsl(task),
    backward: () => backwardWgsl(tile),
    update: () => updateWgsl(optimizer),
    gradient: () => updateWgsl('gradient'),
    norms: () => normsWgsl,
    gradientNorms: () => gradientNormsWgsl,
  };
  const usesF = kernel === 'forward' || kernel === 'backward';
  return trainPreludeWgsl(usesF ? nonlinearity : 'linear') + code[kernel]();
}

function pipelineOf(
  device: GPUDevice,
  kernel: TrainKernel,
  key: TrainPipelineKey,
): Promise<GPUComputePipeline> {
  const known = compiled.get(device) ?? new Map<string, Promise<GPUComputePipeline>>();
  compiled.set(device, known);
  const code = sourceOf(kernel, key);
  const found = known.get(code);
  if (found) return found;
  const layout = device.createPipelineLayout({ bindGroupLayouts: [layoutOf(device)] });
  const entryPoint = kernel === 'gradient' ? 'update' : kernel;
  const label = `train ${kernel}`;
  const module = device.createShaderModule({ label, code });
  const compiling = device
    .createComputePipelineAsync({ label, layout, compute: { module, entryPoint } })
    .catch(async (error: unknown) => {
      const { messages } = await module.getCompilationInfo();
      const [first] = messages;
      throw new Error(`${String(error)} ${first ? `Line ${first.lineNum}: ${first.message}` : ''}`);
    });
  known.set(code, compiling);
  return compiling;
}

/** Compiles, or finds, all kernels of a key; asynchronous, because a software adapter takes its time. */
export async function prepareTrainPipelines(
  device: GPUDevice,
  key: TrainPipelineKey,
): Promise<TrainPipelines> {
  const [forward, loss, backward, update, gradient, norms, gradientNorms] = await Promise.all(
    trainKernels.map((kernel) => pipelineOf(device, kernel, key)),
  );
  if (!forward || !loss || !backward || !update || !gradient || !norms || !gradientNorms) {
    throw new Error('A training kernel is missing.');
  }
  return {
    layout: layoutOf(device),
    kernels: { forward, loss, backward, update, gradient, norms, gradientNorms },
  };
}
