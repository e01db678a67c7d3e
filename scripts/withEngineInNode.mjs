import { createServer } from 'vite';
import { create, globals } from 'webgpu';
import { benchParts } from './benchParts.mjs';
import { forNode } from './forNode.mjs';

/** Hands `use` a way to call a part of the bench in Node, with Dawn for WebGPU on this machine's Vulkan driver. */
export async function withEngineInNode(use) {
  const gpu = create(['disable-dawn-features=use_vulkan_zero_initialize_workgroup_memory_extension']);
  Object.assign(globalThis, globals, { isSecureContext: true });
  Object.defineProperty(globalThis, 'navigator', { value: { gpu, userAgent: 'Node' }, configurable: true });
  const server = await createServer({
    configFile: false,
    plugins: [forNode],
    server: { middlewareMode: true },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    await use(async (name, ...values) => (await server.ssrLoadModule(benchParts[name]))[name](...values));
  } finally {
    await server.close();
  }
  // Dawn's own threads would keep Node from ending.
  process.exit();
}
