const pipelinesOfDevices = new WeakMap<GPUDevice, Map<string, GPUComputePipeline>>();

function pipelinesOf(device: GPUDevice): Map<string, GPUComputePipeline> {
  const known = pipelinesOfDevices.get(device);
  if (known) return known;
  const fresh = new Map<string, GPUComputePipeline>();
  pipelinesOfDevices.set(device, fresh);
  return fresh;
}

/**
 * Compiles a shader's `main` under a label unless it is there. Asynchronous, because a software adapter takes up to
 * seconds for it. Throws the device's validation error.
 */
export async function preparePipeline(device: GPUDevice, label: string, code: () => string): Promise<void> {
  const pipelines = pipelinesOf(device);
  if (pipelines.has(label)) return;
  const module = device.createShaderModule({ label, code: code() });
  const pipeline = await device.createComputePipelineAsync({
    label,
    layout: 'auto',
    compute: { module, entryPoint: 'main' },
  });
  pipelines.set(label, pipeline);
}

/** The prepared pipeline of a label; throws if `preparePipeline` was not awaited before. */
export function preparedPipeline(device: GPUDevice, label: string): GPUComputePipeline {
  const pipeline = pipelinesOf(device).get(label);
  if (!pipeline) throw new Error(`The pipeline "${label}" was not prepared.`);
  return pipeline;
}
