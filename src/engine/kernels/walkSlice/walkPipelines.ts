import { type WalkPipelineKey, walkSliceWgsl } from './walkSliceWgsl.ts';

const pipelinesOfDevices = new WeakMap<GPUDevice, Map<string, GPUComputePipeline>>();

const nameOf = ({ nonlinearity, weights, generator }: WalkPipelineKey) =>
  `walkSlice ${nonlinearity} ${weights} ${generator}`;

function pipelinesOf(device: GPUDevice): Map<string, GPUComputePipeline> {
  const known = pipelinesOfDevices.get(device);
  if (known) return known;
  const fresh = new Map<string, GPUComputePipeline>();
  pipelinesOfDevices.set(device, fresh);
  return fresh;
}

/**
 * Compiles the pipeline of a key unless it is there. Asynchronous, because a software adapter takes up to
 * seconds for it. Throws the device's validation error.
 */
export async function prepareWalkPipeline(device: GPUDevice, key: WalkPipelineKey): Promise<void> {
  const pipelines = pipelinesOf(device);
  const label = nameOf(key);
  if (pipelines.has(label)) return;
  const module = device.createShaderModule({ label, code: walkSliceWgsl(key) });
  const pipeline = await device.createComputePipelineAsync({
    label,
    layout: 'auto',
    compute: { module, entryPoint: 'main' },
  });
  pipelines.set(label, pipeline);
}

/** The prepared pipeline of a key; throws if `prepareWalkPipeline` was not awaited before. */
export function walkPipeline(device: GPUDevice, key: WalkPipelineKey): GPUComputePipeline {
  const pipeline = pipelinesOf(device).get(nameOf(key));
  if (!pipeline) throw new Error(`The pipeline "${nameOf(key)}" was not prepared.`);
  return pipeline;
}
