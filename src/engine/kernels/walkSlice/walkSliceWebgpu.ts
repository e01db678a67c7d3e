import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { registerKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import { streamKey } from '#engine/random/streams.ts';
import { walkPipeline } from './walkPipelines.ts';
import { type WalkSlice, walkSliceKernel } from './walkSlice.ts';
import { readWalkSliceCall } from './walkSliceCall.ts';
import { workgroupSize } from './walkSliceWgsl.ts';

/** The uniform block `Setting` of the shader, as bytes. */
function settingBytes(slice: WalkSlice): ArrayBuffer {
  const quads = Math.ceil(slice.width / 4);
  const bytes = new ArrayBuffer(80);
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
  new Uint32Array(bytes).set([Math.max(1, Math.floor(workgroupSize / quads))], 18);
  return bytes;
}

function bufferOf(backend: WebGPUBackend, tensor: TensorInfo): GPUBuffer {
  backend.uploadToGPU(tensor.dataId);
  const resource = backend.tensorMap.get(tensor.dataId).resource;
  if (!(resource instanceof GPUBuffer)) throw new Error('A walk tensor is not a GPU buffer.');
  return resource;
}

function dispatch(backend: WebGPUBackend, slice: WalkSlice, buffers: readonly GPUBuffer[]): void {
  const { device } = backend;
  const bytes = settingBytes(slice);
  const setting = device.createBuffer({
    size: bytes.byteLength,
    usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
  });
  device.queue.writeBuffer(setting, 0, bytes);
  const pipeline = walkPipeline(device, slice);
  const group = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: [setting, ...buffers].map((buffer, binding) => ({ binding, resource: { buffer } })),
  });
  // TensorFlow.js keeps an open encoder; what it holds must reach the queue before our own work does.
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  backend.submitQueue();
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, group);
  pass.dispatchWorkgroups(slice.batch);
  pass.end();
  device.queue.submit([encoder.finish()]);
  setting.destroy();
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
      dispatch(
        backend,
        slice,
        [...state, increments].map((tensor) => bufferOf(backend, tensor)),
      );
      return increments;
    },
  });
}
