import type { BackendChoice, BackendFault, BackendName } from '#engine/device/protocol.ts';
import { trainBuffers } from '#engine/train/fused/bufferCount.ts';
import { compileTrainKernels } from '#engine/wasm/train/trainKernels.ts';
import type { Way } from './way.ts';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { engine, registerBackend, removeBackend } from '@tensorflow/tfjs-core';
import { activateBackend } from '#engine/device/activateBackend.ts';
import { type HostedBackend, noHistory, type OpeningHistory } from '#engine/device/backendHost.ts';
import { openWebgpuDevice, type WebgpuDevice } from '#engine/device/webgpuDevice.ts';

/** Largest relative difference of two gradients, and the largest that passes. */
export interface Comparison {
  readonly difference: number;
  readonly allowed: number;
}

/** What this worker can train with. */
export interface TrainBackend extends HostedBackend {
  readonly webgpu: WebgpuDevice | null;
  /** Ways to try, the first that works is taken; where `isRace`, that of our own kernels which is the fastest. */
  readonly ways: readonly Way[];
  readonly isRace: boolean;
  readonly faults: readonly BackendFault[];
  /** How far the kernels' gradients were from TensorFlow.js's, by what kernels they are: asked once of a device. */
  readonly compared: Map<string, Comparison>;
  /** The training kernels in WebAssembly, compiled once; null where the machine has no 128-bit vectors. */
  kernels(): Promise<WebAssembly.Module | null>;
  /** Makes a TensorFlow.js backend the active one; throws if it does not start. */
  activate(name: BackendName): Promise<void>;
  usage(): { readonly tensors: number; readonly buffers: number };
}

setWasmPaths({
  'tfjs-backend-wasm.wasm': plainWasm,
  'tfjs-backend-wasm-simd.wasm': simdWasm,
  'tfjs-backend-wasm-threaded-simd.wasm': threadedWasm,
});

/** The ways a choice of backend stands for on a device, best first. */
export function waysOf(choice: BackendChoice, webgpu: { readonly software: boolean } | null): readonly Way[] {
  const fused: Way = { implementation: 'fused', backend: 'webgpu' };
  const own: Way = { implementation: 'wasm', backend: 'wasm' };
  const composed = (backend: BackendName): Way => ({ implementation: 'composed', backend });
  const processor = [own, composed('wasm'), composed('cpu')];
  if (choice === 'auto' && webgpu) {
    // A software adapter has the same processor, and its vectors by a longer way.
    return webgpu.software
      ? [own, fused, composed('wasm')]
      : [fused, own, composed('webgpu'), composed('wasm')];
  }
  if (choice === 'webgpu' && webgpu) return [fused, composed('webgpu'), ...processor];
  return choice === 'webgl' || choice === 'cpu' ? [composed(choice), composed('cpu')] : processor;
}

/** Opens what a choice of backend needs. On a graphics card `auto` lets WGSL and WebAssembly race. */
export async function openTrainBackend(
  choice: BackendChoice,
  { avoided, isAfterLoss }: OpeningHistory = noHistory,
): Promise<TrainBackend> {
  const faults: BackendFault[] = [];
  let webgpu: WebgpuDevice | null = null;
  if (choice === 'auto' || choice === 'webgpu') {
    const opened = avoided ?? (await openWebgpuDevice(isAfterLoss));
    if ('reason' in opened) faults.push(opened);
    else webgpu = opened;
  }
  const device = webgpu?.device;
  let isRegistered = false;
  let compiled: Promise<WebAssembly.Module | null> | null = null;
  return {
    webgpu,
    ways: waysOf(choice, webgpu),
    isRace: choice === 'auto' && webgpu?.software === false,
    faults,
    compared: new Map(),
    kernels() {
      compiled ??= compileTrainKernels();
      return compiled;
    },
    lost: device
      ? device.lost.then(({ message }) => ({ backend: 'webgpu', reason: 'lost', detail: message }))
      : null,
    close: () => device?.destroy(),
    async activate(name) {
      if (name === 'webgpu' && webgpu && !isRegistered) {
        const { device, info } = webgpu;
        removeBackend('webgpu');
        registerBackend('webgpu', () => new WebGPUBackend(device, info));
        isRegistered = true;
      }
      await activateBackend(name);
    },
    // `memory` would ask a backend, and where our own kernels train there is none.
    usage: () => ({ tensors: engine().state.numTensors, buffers: trainBuffers.inUse() }),
  };
}
