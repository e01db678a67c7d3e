import { defineConfig } from '@playwright/test';
import { chromiumArguments } from './scripts/chromiumArguments.mjs';
import { findBrowser } from './scripts/findBrowser.mjs';

const executablePath = findBrowser();
const address = `http://localhost:${process.env.GRADIENT_WALK_PORT ?? 4179}/`;

/** Journeys: the built app, served as a user would get it, in a real Chromium with WebGPU. */
export default defineConfig({
  testDir: 'tests/journeys',
  timeout: 180_000,
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
    command: `npx vite preview --port ${new URL(address).port} --strictPort`,
    url: address,
  },
});
