import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArguments } from './chromiumArguments.mjs';
import { findBrowser } from './findBrowser.mjs';

/** Opens the built app's findings and saves every figure by its own menu as docs/experiments/<question>-<figure>.svg, the pictures of docs/EXPERIMENTS.md. */

const questions = ['gain', 'shape', 'encode', 'time', 'cures', 'tied'];
const port = 4184;
const address = `http://localhost:${port}/`;
const server = await preview({ preview: { port, strictPort: true }, logLevel: 'error' });
const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArguments });
const tab = await browser.newPage({
  viewport: { width: 1180, height: 680 },
  colorScheme: 'light',
  reducedMotion: 'reduce',
  locale: 'en-GB',
  serviceWorkers: 'block',
});

/** Saves the figure that is shown. */
async function save() {
  await tab.locator('.main-figure .dots a').first().waitFor();
  await tab.evaluate(() => document.fonts.ready);
  await tab.locator('.main-figure button').click();
  const download = tab.waitForEvent('download');
  await tab.getByRole('menuitem', { name: 'SVG' }).click();
  const file = await download;
  const path = `docs/experiments/${file.suggestedFilename().replace(/^.*findings-|-digits(?=\.svg)/g, '')}`;
  writeFileSync(path, readFileSync(await file.path(), 'utf8').replaceAll(address, ''));
  console.log(`Wrote ${path}.`);
}

try {
  for (const question of questions) {
    await tab.goto('about:blank');
    await tab.goto(`${address}#view=findings&question=${question}&run=0&backend=cpu&lang=en&theme=light`);
    await tab.locator('.main-figure .dots a').first().waitFor();
    const figures = await tab.locator('input[name=finding-figure]').count();
    for (let i = 0; i < Math.max(1, figures); i++) {
      if (figures > 0) await tab.locator('input[name=finding-figure]').nth(i).check();
      await save();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
