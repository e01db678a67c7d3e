import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { registerKernel } from '@tensorflow/tfjs-core';
import { dispatchKernel } from '#engine/kernels/dispatchKernel.ts';
import { streamKey } from '#engine/random/streams.ts';
import { walkPipeline } from './walkPipelines.ts';
import { type WalkSlice, walkSliceKernel } from './walkSlice.ts';
import { readWalkSliceCall } from './walkSliceCall.ts';
import { walkThreads } from './walkThreads.ts';

/** The uniform block `Setting` of the shader, as bytes. */
function settingBytes(slice: WalkSlice, threads: number): ArrayBuffer {
  const quads = Math.ceil(slice.width / 4);
  const bytes = new ArrayBuffer(96);
  new Uint32Array(bytes).set([
    slice.width,
    quads,
    slice.depth,
    slice.direction === 'backward' ? 1 : 0,
    slice.firstWalk,
    slice.sharedNetwork ? 1 : 0,
    slice.keepsPreActivations ? 1 : 0,
    slice.firstStep,
    slice.steps,
    streamKey(slice.seed, 'weights'),
    streamKey(slice.seed, 'inputs'),
    streamKey(slice.seed, 'deltas'),
    streamKey(slice.seed, 'biases'),
    streamKey(slice.seed, 'signs'),
  ]);
  new Float32Array(bytes).set(
    [slice.gain, Math.log(slice.inputScale), slice.biasDeviation, Math.sqrt(slice.width)],
    14,
  );
  new Uint32Array(bytes).set([Math.max(1, Math.floor(threads / quads)), slice.tied], 18);
  new Float32Array(bytes).set([slice.residual], 20);
  return bytes;
}

/** Registers the WGSL walk with TensorFlow.js. It writes into its input tensors: they are the walk's state. */
export function registerWalkSliceWebgpu(): void {
  registerKernel({
    kernelName: walkSliceKernel,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, attrs, backend }) => {
      if (!(backend instanceof WebGPUBackend)) throw new Error('The WGSL walk needs the WebGPU backend.');
      const { slice, state } = readWalkSliceCall(inputs, attrs);
      const increments = backend.makeTensorInfo([slice.batch, slice.steps, 2], 'float32');
      dispatchKernel(backend, {
        pipeline: walkPipeline(backend.device, slice),
        setting: settingBytes(slice, walkThreads(backend.device)),
        tensors: [...state, increments],
        workgroups: slice.batch,
      });
      return increments;
    },
  });
}
