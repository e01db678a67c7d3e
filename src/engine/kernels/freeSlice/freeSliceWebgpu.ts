import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { registerKernel } from '@tensorflow/tfjs-core';
import { dispatchKernel } from '#engine/kernels/dispatchKernel.ts';
import { streamKey } from '#engine/random/streams.ts';
import { freePipeline } from './freePipelines.ts';
import { type FreeSlice, freeSliceKernel } from './freeSlice.ts';
import { readFreeSliceCall } from './freeSliceCall.ts';
import { walksPerGroup } from './freeSliceWgsl.ts';

/** The uniform block `Setting` of the shader, as bytes. */
function settingBytes(slice: FreeSlice): ArrayBuffer {
  const { seed } = slice;
  const bytes = new ArrayBuffer(80);
  new Uint32Array(bytes).set([
    slice.depth,
    slice.direction === 'backward' ? 1 : 0,
    slice.firstWalk,
    slice.batch,
    slice.firstStep,
    slice.steps,
    slice.needsGradient ? 1 : 0,
    streamKey(seed, 'freeForward'),
    streamKey(seed, 'freeBackward'),
    streamKey(seed, 'inputs'),
    streamKey(seed, 'deltas'),
    streamKey(seed, 'biases'),
    streamKey(seed, 'signs'),
  ]);
  new Float32Array(bytes).set([Math.log(slice.inputScale), slice.biasDeviation, slice.residual], 13);
  new Uint32Array(bytes).set([slice.gradientAlone ? 1 : 0], 16);
  return bytes;
}

/** Registers the WGSL walk with TensorFlow.js. It writes into its input tensors: they are the walk's state. */
export function registerFreeSliceWebgpu(): void {
  registerKernel({
    kernelName: freeSliceKernel,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, attrs, backend }) => {
      if (!(backend instanceof WebGPUBackend)) throw new Error('The WGSL walk needs the WebGPU backend.');
      const { slice, state } = readFreeSliceCall(inputs, attrs);
      const increments = backend.makeTensorInfo([slice.batch, slice.steps], 'float32');
      dispatchKernel(backend, {
        pipeline: freePipeline(backend.device, slice),
        setting: settingBytes(slice),
        tensors: [state.layers, state.carried, state.kept, increments],
        workgroups: Math.ceil(slice.batch / walksPerGroup),
      });
      return increments;
    },
  });
}
