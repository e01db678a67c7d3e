import { defineConfig } from '@playwright/test';
import { chromiumArguments } from './scripts/chromiumArguments.mjs';
import { findBrowser } from './scripts/findBrowser.mjs';

const executablePath = findBrowser();

/** Journeys: the built app, served as a user would get it, in a real Chromium with WebGPU. */
export default defineConfig({
  testDir: 'tests/journeys',
  timeout: 180_000,
  workers: 1,
  reporter: [['list']],
  use: {
    baseURL: 'http://localhost:4179/',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumArguments },
    viewport: { width: 1280, height: 720 },
  },
  webServer: { command: 'npx vite preview --port 4179 --strictPort', url: 'http://localhost:4179/' },
});
