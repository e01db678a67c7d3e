import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import {
  backend,
  findBackend,
  findBackendFactory,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { type OpenBackend, openBackend } from '#engine/device/backend.ts';

let opened: { readonly found: OpenBackend; readonly device: GPUDevice } | null = null;

/** Makes a device TensorFlow.js's own again, where another file has put its device in this one's place. */
async function activate(device: GPUDevice): Promise<void> {
  const registered = findBackend('webgpu');
  if (!(registered instanceof WebGPUBackend) || registered.device !== device) {
    if (findBackendFactory('webgpu')) removeBackend('webgpu');
    registerBackend('webgpu', () => new WebGPUBackend(device, device.adapterInfo), 3);
  }
  expect(await setBackend('webgpu')).toBe(true);
}

/**
 * The WebGPU backend of all tests of the page, opened once: what one file has compiled serves the next. Fails where
 * there is no WebGPU, or its self-test does.
 */
export async function openedBackend(): Promise<OpenBackend> {
  if (opened) {
    await activate(opened.device);
    return opened.found;
  }
  const found = await openBackend('webgpu');
  expect(found.ready.backend).toBe('webgpu');
  expect(found.ready.selfTest.passed, JSON.stringify(found.ready.selfTest.checks)).toBe(true);
  const active = backend();
  if (!(active instanceof WebGPUBackend)) throw new Error('WebGPU is not the active backend.');
  opened = { found, device: active.device };
  return found;
}
