import { create, globals } from 'webgpu';
import { slowDawnFeature } from './chromiumArguments.mjs';

/** Gives Node the browser's WebGPU, once: Dawn, on the Vulkan driver that this machine has. */
export function provideWebgpu() {
  if (globalThis.navigator?.gpu) return;
  const gpu = create([`disable-dawn-features=${slowDawnFeature}`]);
  Object.assign(globalThis, globals, { isSecureContext: true });
  Object.defineProperty(globalThis, 'navigator', { value: { gpu, userAgent: 'Node' }, configurable: true });
}
