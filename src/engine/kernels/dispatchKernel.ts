import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { TensorInfo } from '@tensorflow/tfjs-core';

/** One dispatch: the uniform block at binding 0, then the tensors' buffers. */
export interface KernelDispatch {
  readonly pipeline: GPUComputePipeline;
  readonly setting: ArrayBuffer;
  readonly tensors: readonly TensorInfo[];
  readonly workgroups: number;
}

function bufferOf(backend: WebGPUBackend, tensor: TensorInfo): GPUBuffer {
  backend.uploadToGPU(tensor.dataId);
  const resource = backend.tensorMap.get(tensor.dataId).resource;
  if (!(resource instanceof GPUBuffer)) throw new Error('A walk tensor is not a GPU buffer.');
  return resource;
}

/** Sends one dispatch on tensors of the backend, behind everything TensorFlow.js has asked for so far. */
export function dispatchKernel(
  backend: WebGPUBackend,
  { pipeline, setting, tensors, workgroups }: KernelDispatch,
): void {
  const { device } = backend;
  const uniform = device.createBuffer({
    size: setting.byteLength,
    usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
  });
  device.queue.writeBuffer(uniform, 0, setting);
  const buffers = [uniform, ...tensors.map((tensor) => bufferOf(backend, tensor))];
  const group = device.createBindGroup({
    layout: pipeline.getBindGroupLayout(0),
    entries: buffers.map((buffer, binding) => ({ binding, resource: { buffer } })),
  });
  // TensorFlow.js keeps an open encoder; what it holds must reach the queue before our own work does.
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  backend.submitQueue();
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, group);
  pass.dispatchWorkgroups(workgroups);
  pass.end();
  device.queue.submit([encoder.finish()]);
  uniform.destroy();
}
