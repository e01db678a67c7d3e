import { createServer } from 'vite';
import { assembly } from './assembly.mjs';
import { benchParts } from './benchParts.mjs';
import { provideWebgpu } from './dawn.mjs';
import { forNode } from './forNode.mjs';

/** Hands `use` a way to call a part of the bench in Node, with Dawn for WebGPU on this machine's Vulkan driver. */
export async function withEngineInNode(use) {
  provideWebgpu();
  const server = await createServer({
    configFile: false,
    plugins: [assembly(), forNode],
    server: { middlewareMode: true, hmr: false, ws: false },
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
