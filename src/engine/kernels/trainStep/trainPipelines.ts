import type { OptimizerName } from '#engine/train/optimizer.ts';
import type { Task } from '#engine/train/task.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import { backwardWgsl } from './backwardWgsl.ts';
import { forwardWgsl } from './forwardWgsl.ts';
import { type KernelKind, needsFurther } from './kernelKind.ts';
import { lossWgsl } from './lossWgsl.ts';
import { gradientNormsWgsl, normsWgsl } from './normsWgsl.ts';
import { trainPreludeWgsl } from './trainPrelude.ts';
import { sumLayersWgsl, updateTiedWgsl } from './updateTiedWgsl.ts';
import { updateWgsl } from './updateWgsl.ts';

/** What the kernels are specialised for; everything else is a uniform. */
export interface TrainPipelineKey {
  readonly nonlinearity: Nonlinearity;
  readonly task: Task;
  readonly optimizer: OptimizerName;
  readonly kind: KernelKind;
  /** Samples a thread takes at once. */
  readonly tile: number;
}

const trainKernels = ['forward', 'loss', 'backward', 'update', 'gradient', 'norms', 'gradientNorms'] as const;

/** What tied layers need besides. */
const tiedKernels = ['sumLayers', 'updateTied', 'gradientTied'] as const;
export type TrainKernel = (typeof trainKernels | typeof tiedKernels)[number];

export interface TrainPipelines {
  readonly layout: GPUBindGroupLayout;
  /** Throws for a kernel that this kind of network does not have. */
  kernelOf(kernel: TrainKernel): GPUComputePipeline;
}

/** Storage buffers of the one bind group of a plain network, after the uniform block; the others have `further` besides. */
const storageBindings = 7;

const layouts = new WeakMap<GPUDevice, Map<number, GPUBindGroupLayout>>();
const compiled = new WeakMap<GPUDevice, Map<string, Promise<GPUComputePipeline>>>();

function layoutOf(device: GPUDevice, kind: KernelKind): GPUBindGroupLayout {
  const count = storageBindings + (needsFurther(kind) ? 1 : 0);
  const known = layouts.get(device) ?? new Map<number, GPUBindGroupLayout>();
  layouts.set(device, known);
  const found = known.get(count);
  if (found) return found;
  const storage = Array.from({ length: count }, (_, i) => ({
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
  known.set(count, fresh);
  return fresh;
}

/** Code of a kernel and what of the key it depends on. */
function sourceOf(kernel: TrainKernel, { nonlinearity, task, optimizer, kind, tile }: TrainPipelineKey) {
  const code: Readonly<Record<TrainKernel, () => string>> = {
    forward: () => forwardWgsl(tile, kind),
    loss: () => lossWgsl(task, kind),
    backward: () => backwardWgsl(tile, kind),
    update: () => updateWgsl(optimizer, kind),
    gradient: () => updateWgsl('gradient', kind),
    norms: () => normsWgsl(kind),
    gradientNorms: () => gradientNormsWgsl,
    sumLayers: () => sumLayersWgsl(kind),
    updateTied: () => updateTiedWgsl(optimizer),
    gradientTied: () => updateTiedWgsl('gradient'),
  };
  const usesF = kernel === 'forward' || kernel === 'backward';
  return trainPreludeWgsl(usesF ? nonlinearity : 'linear', kind) + code[kernel]();
}

/** Where a kernel's function has another name. */
const entryPoints: Partial<Record<TrainKernel, string>> = { gradient: 'update', gradientTied: 'updateTied' };

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
  const layout = device.createPipelineLayout({ bindGroupLayouts: [layoutOf(device, key.kind)] });
  const entryPoint = entryPoints[kernel] ?? kernel;
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
  const names: readonly TrainKernel[] = key.kind.isTied ? [...trainKernels, ...tiedKernels] : trainKernels;
  const compiledNow = await Promise.all(names.map((kernel) => pipelineOf(device, kernel, key)));
  const kernels = new Map(names.map((kernel, i) => [kernel, compiledNow[i]]));
  return {
    layout: layoutOf(device, key.kind),
    kernelOf(kernel) {
      const found = kernels.get(kernel);
      if (!found) throw new Error(`A network of this kind has no kernel ${kernel}.`);
      return found;
    },
  };
}
