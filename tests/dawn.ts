import { create, globals } from 'webgpu';

/** Gives Node the browser's WebGPU, once: Dawn, on the Vulkan driver that this machine has. */
if (!globalThis.navigator?.gpu) {
  const gpu = create(['disable-dawn-features=use_vulkan_zero_initialize_workgroup_memory_extension']);
  Object.assign(globalThis, globals, { isSecureContext: true });
  Object.defineProperty(globalThis, 'navigator', { value: { gpu, userAgent: 'Node' }, configurable: true });
}
