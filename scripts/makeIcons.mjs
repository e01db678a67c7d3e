import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from './findBrowser.mjs';

/** Draws public/icon.svg as the PNG icons that an installed app needs, and as the favicon.ico that older browsers ask for unasked. */
const folder = join(import.meta.dirname, '../public');
const svg = await readFile(join(folder, 'icon.svg'), 'utf8');

/** A system may cut a maskable icon to a circle of 80 % of its size: the drawing stays inside, its paper fills the rest. */
const icons = [
  { name: 'icon-192.png', size: 192, share: 1 },
  { name: 'icon-512.png', size: 512, share: 1 },
  { name: 'icon-maskable-512.png', size: 512, share: 0.72 },
];

const icoPx = 32;

/** An ICO file of one picture, which may be a PNG: 6 bytes of head, 16 of directory, the picture. */
function icoOf(png, size) {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
try {
  /** The icon as a PNG, its drawing a share of its size. */
  async function draw(size, share) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const paper = share < 1 ? '#fbf8f1' : 'transparent';
    await page.setContent(
      `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${paper}}
      svg{width:${size * share}px;height:${size * share}px}</style>${svg}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    await page.close();
    return png;
  }
  for (const { name, size, share } of icons) await writeFile(join(folder, name), await draw(size, share));
  await writeFile(join(folder, 'favicon.ico'), icoOf(await draw(icoPx, 1), icoPx));
} finally {
  await browser.close();
}
