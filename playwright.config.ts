import { defineConfig } from '@playwright/test';
import { chromiumArguments } from './scripts/chromiumArguments.mjs';
import { findBrowser } from './scripts/findBrowser.mjs';

const executablePath = findBrowser();
/** Another port lets two checkouts run their journeys side by side. */
const port = process.env.GRADIENT_WALK_PORT ?? '4179';
const address = `http://localhost:${port}/`;

/** Journeys: the built app, served as a user would get it, in a real Chromium; those named *.gpu.spec.ts are about WebGPU. */
export default defineConfig({
  testDir: 'tests/journeys',
  timeout: 600_000,
  // A software adapter compiles and a busy machine loads for seconds before what is awaited can be there.
  expect: { timeout: 60_000, toPass: { timeout: 60_000 } },
  workers: 2,
  projects: [
    // A software adapter is slow and takes every core: one at a time, beside the others.
    { name: 'gpu', testMatch: '**/*.gpu.spec.ts', workers: 1 },
    // Everything else runs on the processor, small, and independently of what runs beside it.
    { name: 'page', testIgnore: '**/*.gpu.spec.ts', fullyParallel: true },
  ],
  reporter: [['list']],
  use: {
    baseURL: address,
    // A context of its own costs a test 4 core-seconds of 6: new processes, and every script compiled anew. Between tests
    // storage, routes, init scripts and emulation are taken back, and the page goes to about:blank.
    reuseContext: true,
    // Only offline.spec.ts wants one: elsewhere it would answer in place of the server and of routes.
    serviceWorkers: 'block',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumArguments },
    viewport: { width: 1280, height: 720 },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    url: address,
  },
});
