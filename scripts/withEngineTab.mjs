import { chromium } from 'playwright';
import { createServer } from 'vite';
import { chromiumArguments } from './chromiumArguments.mjs';
import { engineDependencies } from './engineDependencies.mjs';
import { findBrowser } from './findBrowser.mjs';

/**
 * Serves the sources, opens them at `hash` in a Chromium with WebGPU, hands the tab to `use`, and closes all.
 * `packages`: what the page will import besides the engine's own.
 */
export async function withEngineTab(port, hash, packages, use) {
  const server = await createServer({
    // Found while a page runs, they would make it reload.
    optimizeDeps: { include: [...engineDependencies, ...packages] },
    server: { port, strictPort: true },
  });
  await server.listen();
  const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArguments });
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://localhost:${port}/${hash}`);
    return await use(tab);
  } finally {
    await browser.close();
    await server.close();
  }
}
