import type { BackendChoice, BackendFault, BackendName } from './protocol.ts';
import '@tensorflow/tfjs-backend-cpu';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { getKernel, memory, registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { registerFreeSliceReference } from '#engine/kernels/freeSlice/freeSliceReference.ts';
import { registerFreeSliceWebgpu } from '#engine/kernels/freeSlice/freeSliceWebgpu.ts';
import { walkSliceKernel } from '#engine/kernels/walkSlice/walkSlice.ts';
import { registerWalkSliceReference } from '#engine/kernels/walkSlice/walkSliceReference.ts';
import { registerWalkSliceWebgpu } from '#engine/kernels/walkSlice/walkSliceWebgpu.ts';
import { activateBackend } from './activateBackend.ts';
import { noHistory, type OpeningHistory } from './backendHost.ts';
import { openCrew } from './crewRung.ts';
import { noErrors } from './deviceErrors.ts';
import { withRival } from './rival.ts';
import { type OpenBackend, processorBytes } from './rung.ts';
import { selfTest } from './selfTest.ts';
import { withinTime } from './timeLimit.ts';
import { unlessLost } from './unlessLost.ts';
import { isSoftwareMachine, openingFault, openWebgpuDevice, type WebgpuDevice } from './webgpuDevice.ts';

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
    await activateBackend('webgpu');
    const report = await withinTime(unlessLost(lost, selfTest()), selfTestLimitMs);
    if (!report.passed) {
      device.destroy();
      return { backend: 'webgpu', reason: 'self-test-failed', checks: report.checks };
    }
    return {
      ready: { kind: 'ready', backend: 'webgpu', device: name, software, selfTest: report, faults },
      maxTensorBytes: Math.min(device.limits.maxStorageBufferBindingSize, processorBytes),
      errors,
      activate: () => activateBackend('webgpu'),
      rival: null,
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
  await activateBackend('cpu');
  const report = await selfTest();
  return {
    ready: { kind: 'ready', backend: 'cpu', device: 'processor', software: true, selfTest: report, faults },
    maxTensorBytes: processorBytes,
    errors: noErrors,
    activate: () => activateBackend('cpu'),
    rival: null,
    usage: () => ({ tensors: memory().numTensors, buffers: 0 }),
    lost: null,
    close: () => undefined,
  };
}

/** A rung of the ladder, by its name in a fault. `open` gives null where another rung is better. */
interface Rung {
  readonly backend: BackendName;
  open(faults: readonly BackendFault[]): Promise<OpenBackend | BackendFault | null>;
}

/**
 * The rungs that a choice may take, best first. For `auto` a graphics card comes first, then the processor's own vectors,
 * and only then WebGPU on the processor, which has them at second hand. The last resort is the TypeScript reference.
 */
function rungsOf(choice: BackendChoice, isAfterLoss: boolean): readonly Rung[] {
  const webgpu: Rung = { backend: 'webgpu', open: (faults) => openSteadyWebgpu(faults, isAfterLoss) };
  const card: Rung = {
    backend: 'webgpu',
    async open(faults) {
      const found = await isSoftwareMachine(isAfterLoss);
      if (typeof found === 'object') return found;
      if (found) return null;
      const opened = await openSteadyWebgpu(faults, isAfterLoss);
      // Where matrices are small the processor may be the faster one.
      return 'ready' in opened ? withRival(opened, () => openCrew([])) : opened;
    },
  };
  const vectors: Rung = { backend: 'wasm', open: openCrew };
  if (choice === 'cpu') return [];
  if (choice === 'auto') return [card, vectors, webgpu];
  if (choice === 'webgpu') return [webgpu, vectors];
  const noKernel: BackendFault = { backend: 'webgl', reason: 'no-kernel' };
  const webgl: Rung = { backend: 'webgl', open: async () => noKernel };
  return choice === 'webgl' ? [webgl, vectors] : [vectors];
}

/**
 * Opens the chosen backend, or the next one down the ladder that works and passes the self-test; the faults say
 * why the ones above were left. The walks have kernels for WebGPU, in WebAssembly for the processor's vectors, and in
 * TypeScript.
 */
export async function openBackend(
  choice: BackendChoice,
  { avoided, isAfterLoss }: OpeningHistory = noHistory,
): Promise<OpenBackend> {
  registerKernels();
  const faults: BackendFault[] = [];
  for (const { backend, open } of rungsOf(choice, isAfterLoss)) {
    // A rung that was left once is not asked again, nor is it said twice.
    if (faults.some((fault) => fault.backend === backend)) continue;
    const opened = avoided?.backend === backend ? avoided : await open(faults);
    if (opened && 'ready' in opened) return opened;
    if (opened) faults.push(opened);
  }
  return openProcessor(faults);
}
