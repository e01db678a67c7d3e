import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import { prepareFreePipeline } from '#engine/kernels/freeSlice/freePipelines.ts';
import { prepareWalkPipeline } from '#engine/kernels/walkSlice/walkPipelines.ts';
import type { Generator } from '#engine/random/generator.ts';
import { freeSliceOf } from './freeSliceOf.ts';
import type { WalkSettings } from './protocol.ts';

/** Compiles what a run of these settings needs on the active backend; the TypeScript kernel needs nothing. */
export async function prepareWalk(settings: WalkSettings, generator: Generator = 'pcg4d'): Promise<void> {
  const active = backend();
  if (!(active instanceof WebGPUBackend)) return;
  const { nonlinearity, weights, sampler, width, residual, norm } = settings;
  if (sampler === 'free') {
    await prepareFreePipeline(active.device, freeSliceOf(settings, generator));
    return;
  }
  await prepareWalkPipeline(active.device, { nonlinearity, weights, generator, width, residual, norm });
}
