import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const places = [
  process.env.GRADIENT_WALK_CHROMIUM,
  chromium.executablePath(),
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a full Chromium or Chrome on this machine, or undefined. chromium-headless-shell does not
 * count: it has no WebGPU.
 */
export function findBrowser() {
  return places.find((place) => place && existsSync(place));
}
