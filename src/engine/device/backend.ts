import type { BackendChoice, BackendFault, BackendName } from './protocol.ts';
import '@tensorflow/tfjs-backend-cpu';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { getKernel, memory, ready, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import { registerFreeSliceReference } from '#engine/kernels/freeSlice/freeSliceReference.ts';
import { registerFreeSliceWebgpu } from '#engine/kernels/freeSlice/freeSliceWebgpu.ts';
import { walkSliceKernel } from '#engine/kernels/walkSlice/walkSlice.ts';
import { registerWalkSliceReference } from '#engine/kernels/walkSlice/walkSliceReference.ts';
import { registerWalkSliceWebgpu } from '#engine/kernels/walkSlice/walkSliceWebgpu.ts';
import type { ReadyFrame } from '#engine/walk/protocol.ts';
import { ReasonError } from '#engine/worker/reason.ts';
import { type HostedBackend, noHistory, type OpeningHistory } from './backendHost.ts';
import { type DeviceErrors, noErrors } from './deviceErrors.ts';
import { selfTest } from './selfTest.ts';
import { withinTime } from './timeLimit.ts';
import { unlessLost } from './unlessLost.ts';
import { openingFault, openWebgpuDevice, type WebgpuDevice } from './webgpuDevice.ts';

/** An open backend: what to tell the page, and what a run needs to know. */
export interface OpenBackend extends HostedBackend {
  readonly ready: ReadyFrame;
  /** The largest tensor a walk may allocate, in bytes. */
  readonly maxTensorBytes: number;
  /** What the device complained of where nobody listened. */
  readonly errors: DeviceErrors;
  /** Tensors and device buffers in use. */
  usage(): { readonly tensors: number; readonly buffers: number };
}

/** A batch's largest tensor on the processor. */
const processorBytes = 128 * 2 ** 20;

/** Compiling and walking the self-test takes a software adapter some seconds, a busy machine more. */
const selfTestLimitMs = 60_000;
/** A device that is lost so often while it is opened is not steady. */
const mostLosses = 3;

/** Registers the walks' kernels, once: TensorFlow.js warns of a second time. */
function registerKernels(): void {
  if (getKernel(walkSliceKernel, 'cpu')) return;
  registerWalkSliceReference();
  registerWalkSliceWebgpu();
  registerFreeSliceReference();
  registerFreeSliceWebgpu();
}

async function activate(name: BackendName): Promise<void> {
  // setBackend answers false where one expects it to throw.
  if (!(await setBackend(name))) throw new ReasonError({ code: 'noBackend', backend: name });
  await ready();
}

/** The device with the TensorFlow.js backend on it, and the way to give up both. */
function hosted({ device, info }: WebgpuDevice) {
  const backend = new WebGPUBackend(device, info);
  // Kernels are found by the backend's name, so ours takes the place of the library's own.
  removeBackend('webgpu');
  registerBackend('webgpu', () => backend, 3);
  return {
    backend,
    lost: device.lost.then(
      (lost): BackendFault => ({ backend: 'webgpu', reason: 'lost', detail: lost.message }),
    ),
    close() {
      // Tensors of runs that are still to be put away know this backend; it stays registered until another is.
      device.destroy();
    },
  };
}

async function openWebgpu(
  faults: readonly BackendFault[],
  isAfterLoss: boolean,
): Promise<OpenBackend | BackendFault> {
  const opened = await openWebgpuDevice(isAfterLoss);
  if ('reason' in opened) return opened;
  const { device, name, software, errors } = opened;
  const { backend, lost, close } = hosted(opened);
  try {
    await activate('webgpu');
    const report = await withinTime(unlessLost(lost, selfTest()), selfTestLimitMs);
    if (!report.passed) {
      device.destroy();
      return { backend: 'webgpu', reason: 'self-test-failed', checks: report.checks };
    }
    return {
      ready: { kind: 'ready', backend: 'webgpu', device: name, software, selfTest: report, faults },
      maxTensorBytes: Math.min(device.limits.maxStorageBufferBindingSize, processorBytes),
      errors,
      usage: () => ({ tensors: memory().numTensors, buffers: backend.bufferManager.getNumUsedBuffers() }),
      lost,
      close,
    };
  } catch (error) {
    const isLost = await Promise.race([lost, Promise.resolve(null)]);
    device.destroy();
    return isLost ?? openingFault(error);
  }
}

/** Opens WebGPU, and again where its device is lost while it is opened; not for ever. */
async function openSteadyWebgpu(
  faults: readonly BackendFault[],
  isAfterLoss: boolean,
): Promise<OpenBackend | BackendFault> {
  for (let losses = 1; losses <= mostLosses; losses++) {
    const opened = await openWebgpu(faults, isAfterLoss || losses > 1);
    if ('ready' in opened || opened.reason !== 'lost') return opened;
  }
  return { backend: 'webgpu', reason: 'unstable', losses: mostLosses };
}

async function openProcessor(faults: readonly BackendFault[]): Promise<OpenBackend> {
  await activate('cpu');
  const report = await selfTest();
  return {
    ready: { kind: 'ready', backend: 'cpu', device: 'processor', software: true, selfTest: report, faults },
    maxTensorBytes: processorBytes,
    errors: noErrors,
    usage: () => ({ tensors: memory().numTensors, buffers: 0 }),
    lost: null,
    close: () => undefined,
  };
}

/**
 * Opens the chosen backend, or the next one down the ladder that works and passes the self-test; the faults say
 * why the ones above were left. The walk has kernels for WebGPU and, in
 * TypeScript, for the processor.
 */
export async function openBackend(
  choice: BackendChoice,
  { avoided, isAfterLoss }: OpeningHistory = noHistory,
): Promise<OpenBackend> {
  registerKernels();
  const faults: BackendFault[] = [];
  if (choice === 'auto' || choice === 'webgpu') {
    const opened = avoided ?? (await openSteadyWebgpu(faults, isAfterLoss));
    if ('ready' in opened) return opened;
    faults.push(opened);
  }
  if (choice === 'webgl' || choice === 'wasm') {
    faults.push({ backend: choice, reason: 'no-kernel' });
  }
  return openProcessor(faults);
}
