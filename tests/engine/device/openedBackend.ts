import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { type OpenBackend, openBackend } from '#engine/device/backend.ts';

let opened: { readonly found: OpenBackend; readonly registered: unknown } | null = null;

/**
 * The WebGPU backend of all tests of the page, opened once: what one file has compiled serves the next. Opened anew
 * where another file has put another device in its place. Fails where there is no WebGPU, or its self-test does.
 */
export async function openedBackend(): Promise<OpenBackend> {
  if (opened && backend() === opened.registered) return opened.found;
  const found = await openBackend('webgpu');
  expect(found.ready.backend).toBe('webgpu');
  expect(found.ready.selfTest.passed, JSON.stringify(found.ready.selfTest.checks)).toBe(true);
  expect(backend()).toBeInstanceOf(WebGPUBackend);
  opened = { found, registered: backend() };
  return found;
}
