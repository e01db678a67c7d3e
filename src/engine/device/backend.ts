import '@tensorflow/tfjs-backend-cpu';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { memory, ready, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import { registerFreeSliceReference } from '#engine/kernels/freeSlice/freeSliceReference.ts';
import { registerFreeSliceWebgpu } from '#engine/kernels/freeSlice/freeSliceWebgpu.ts';
import { registerWalkSliceReference } from '#engine/kernels/walkSlice/walkSliceReference.ts';
import { registerWalkSliceWebgpu } from '#engine/kernels/walkSlice/walkSliceWebgpu.ts';
import type { BackendChoice, BackendFault, BackendName, ReadyFrame } from '#engine/walk/protocol.ts';
import { ownWordsOf, ReasonError } from '#engine/worker/reason.ts';
import { selfTest } from './selfTest.ts';
import { openWebgpuDevice } from './webgpuDevice.ts';

/** An open backend: what to tell the page, and what a run needs to know. */
export interface OpenBackend {
  readonly ready: ReadyFrame;
  /** The largest tensor a walk may allocate, in bytes. */
  readonly maxTensorBytes: number;
  /** Tensors and device buffers in use. */
  usage(): { readonly tensors: number; readonly buffers: number };
}

/** A batch's largest tensor on the processor. */
const processorBytes = 128 * 2 ** 20;

let kernelsRegistered = false;

function registerKernels(): void {
  if (kernelsRegistered) return;
  registerWalkSliceReference();
  registerWalkSliceWebgpu();
  registerFreeSliceReference();
  registerFreeSliceWebgpu();
  kernelsRegistered = true;
}

async function activate(name: BackendName): Promise<void> {
  // setBackend answers false where one expects it to throw.
  if (!(await setBackend(name))) throw new ReasonError({ code: 'noBackend', backend: name });
  await ready();
}

async function openWebgpu(
  faults: readonly BackendFault[],
  onLost: (fault: BackendFault) => void,
): Promise<OpenBackend | BackendFault> {
  const opened = await openWebgpuDevice();
  if ('reason' in opened) return opened;
  const { device, info, name, software } = opened;
  try {
    const backend = new WebGPUBackend(device, info);
    // Kernels are found by the backend's name, so ours takes the place of the library's own.
    removeBackend('webgpu');
    registerBackend('webgpu', () => backend, 3);
    await activate('webgpu');
    const report = await selfTest();
    if (!report.passed) {
      device.destroy();
      return { backend: 'webgpu', reason: 'self-test-failed', checks: report.checks };
    }
    device.lost.then((lost) => onLost({ backend: 'webgpu', reason: 'lost', detail: lost.message }));
    return {
      ready: { kind: 'ready', backend: 'webgpu', device: name, software, selfTest: report, faults },
      maxTensorBytes: Math.min(device.limits.maxStorageBufferBindingSize, processorBytes),
      usage: () => ({ tensors: memory().numTensors, buffers: backend.bufferManager.getNumUsedBuffers() }),
    };
  } catch (error) {
    return { backend: 'webgpu', reason: 'error', detail: ownWordsOf(error) };
  }
}

async function openProcessor(faults: readonly BackendFault[]): Promise<OpenBackend> {
  await activate('cpu');
  const report = await selfTest();
  return {
    ready: { kind: 'ready', backend: 'cpu', device: 'processor', software: true, selfTest: report, faults },
    maxTensorBytes: processorBytes,
    usage: () => ({ tensors: memory().numTensors, buffers: 0 }),
  };
}

/**
 * Opens the chosen backend, or the next one down the ladder that works and passes the self-test; the faults say
 * why the ones above were left. The walk has kernels for WebGPU and, in TypeScript, for the processor.
 */
export async function openBackend(
  choice: BackendChoice,
  onLost: (fault: BackendFault) => void,
): Promise<OpenBackend> {
  registerKernels();
  const faults: BackendFault[] = [];
  if (choice === 'auto' || choice === 'webgpu') {
    const opened = await openWebgpu(faults, onLost);
    if ('ready' in opened) return opened;
    faults.push(opened);
  }
  if (choice === 'webgl' || choice === 'wasm') {
    faults.push({ backend: choice, reason: 'no-kernel' });
  }
  return openProcessor(faults);
}
