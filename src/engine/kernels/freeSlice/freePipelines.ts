import { preparedPipeline, preparePipeline } from '#engine/kernels/preparedPipelines.ts';
import { type FreeSlice, freeWay } from './freeSlice.ts';
import { freeSliceWgsl } from './freeSliceWgsl.ts';

/** What a slice's pipeline depends on. */
type FreePipelineSlice = Pick<
  FreeSlice,
  'nonlinearity' | 'weights' | 'generator' | 'biasDeviation' | 'residual' | 'norm'
>;

const nameOf = (slice: FreePipelineSlice) =>
  `freeSlice ${slice.nonlinearity} ${slice.weights} ${slice.generator} ${freeWay(slice)} ${slice.residual > 0} ${slice.norm}`;

/** Compiles the pipeline that a slice needs unless it is there. Throws the device's validation error. */
export async function prepareFreePipeline(device: GPUDevice, slice: FreePipelineSlice): Promise<void> {
  await preparePipeline(device, nameOf(slice), () => freeSliceWgsl({ ...slice, way: freeWay(slice) }));
}

/** The prepared pipeline of a slice; throws if `prepareFreePipeline` was not awaited before. */
export function freePipeline(device: GPUDevice, slice: FreePipelineSlice): GPUComputePipeline {
  return preparedPipeline(device, nameOf(slice));
}
