import { defineConfig } from '@playwright/test';
import { chromiumArguments } from './scripts/chromiumArguments.mjs';
import { findBrowser } from './scripts/findBrowser.mjs';

const executablePath = findBrowser();
/** Another port lets two checkouts run their journeys side by side. */
const port = process.env.GRADIENT_WALK_PORT ?? '4179';
const address = `http://localhost:${port}/`;

/** Journeys: the built app, served as a user would get it, in a real Chromium with WebGPU. */
export default defineConfig({
  testDir: 'tests/journeys',
  timeout: 300_000,
  // A software adapter compiles and a busy machine loads for seconds before what is awaited can be there.
  expect: { timeout: 20_000 },
  workers: 1,
  reporter: [['list']],
  use: {
    baseURL: address,
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
