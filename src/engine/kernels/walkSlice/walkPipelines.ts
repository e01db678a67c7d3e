import { preparedPipeline, preparePipeline } from '#engine/kernels/preparedPipelines.ts';
import { computeRoom, type WalkPipelineKey, walkSliceWgsl } from './walkSliceWgsl.ts';
import { walkThreads } from './walkThreads.ts';

const nameOf = ({ nonlinearity, weights, generator, width, residual, norm }: WalkPipelineKey) =>
  `walkSlice ${nonlinearity} ${weights} ${generator} ${computeRoom(width)} ${residual > 0 ? 'residual' : 'plain'} ${norm}`;

/** Compiles the pipeline of a key unless it is there. Throws the device's validation error. */
export async function prepareWalkPipeline(device: GPUDevice, key: WalkPipelineKey): Promise<void> {
  await preparePipeline(device, nameOf(key), () => walkSliceWgsl(key, walkThreads(device)));
}

/** The prepared pipeline of a key; throws if `prepareWalkPipeline` was not awaited before. */
export function walkPipeline(device: GPUDevice, key: WalkPipelineKey): GPUComputePipeline {
  return preparedPipeline(device, nameOf(key));
}
