import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import {
  backend,
  findBackend,
  findBackendFactory,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
import { expect, inject } from 'vitest';
import { openBackend } from '#engine/device/backend.ts';
import type { OpenBackend } from '#engine/device/rung.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What a project's walks are made with; WebGPU where it says nothing. */
    walkBackend?: 'wasm';
  }
}

/** What the walks of this project are made with. */
export const walkBackend = () => inject('walkBackend') ?? 'webgpu';

let opened: { readonly found: OpenBackend; readonly device: GPUDevice | null } | null = null;

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
 * The backend of all walks of the project, opened once: what one file has compiled serves the next. Fails where there
 * is no such backend, or its self-test fails.
 */
export async function openedBackend(): Promise<OpenBackend> {
  if (opened) {
    if (opened.device) await activate(opened.device);
    return opened.found;
  }
  const found = await openBackend(walkBackend());
  expect(found.ready.backend).toBe(walkBackend());
  expect(found.ready.selfTest.passed, JSON.stringify(found.ready.selfTest.checks)).toBe(true);
  const active = backend();
  opened = { found, device: active instanceof WebGPUBackend ? active.device : null };
  return found;
}
