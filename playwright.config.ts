import { defineConfig } from '@playwright/test';
import { chromiumArguments } from './scripts/chromiumArguments.mjs';
import { findBrowser } from './scripts/findBrowser.mjs';

const executablePath = findBrowser();

/** Checkouts that are tested side by side need a port each. */
const port = process.env.GRADIENT_WALK_PORT ?? '4179';
const address = `http://localhost:${port}/`;

/** Journeys: the built app, served as a user would get it, in a real Chromium with WebGPU. */
export default defineConfig({
  testDir: 'tests/journeys',
  timeout: 180_000,
  workers: 1,
  reporter: [['list']],
  use: {
    baseURL: address,
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumArguments },
    viewport: { width: 1280, height: 720 },
  },
  webServer: { command: `npx vite preview --port ${port} --strictPort`, url: address },
});
