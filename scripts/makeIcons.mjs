import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from './findBrowser.mjs';

/** Draws public/icon.svg as the PNG icons that an installed app needs. */
const folder = join(import.meta.dirname, '../public');
const svg = await readFile(join(folder, 'icon.svg'), 'utf8');

/** A system may cut a maskable icon to a circle of 80 % of its size: the drawing stays inside, its paper fills the rest. */
const icons = [
  { name: 'icon-192.png', size: 192, share: 1 },
  { name: 'icon-512.png', size: 512, share: 1 },
  { name: 'icon-maskable-512.png', size: 512, share: 0.72 },
];

const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
try {
  for (const { name, size, share } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const paper = share < 1 ? '#fbf8f1' : 'transparent';
    await page.setContent(
      `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${paper}}
      svg{width:${size * share}px;height:${size * share}px}</style>${svg}`,
    );
    await page.screenshot({ path: join(folder, name), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
