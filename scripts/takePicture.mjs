import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArguments } from './chromiumArguments.mjs';
import { findBrowser } from './findBrowser.mjs';
import { picture } from './socialPreview.mjs';

/** Opens the built app on ReLU networks and writes README's picture, docs/gradient-walk.png, and that of links in chats, when a run is done. */

const port = 4183;
const server = await preview({ preview: { port, strictPort: true }, logLevel: 'error' });
const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArguments });

/** Takes one picture of the page that a link opens. */
async function take(path, viewport, deviceScaleFactor, link) {
  const tab = await browser.newPage({
    viewport,
    deviceScaleFactor,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    serviceWorkers: 'block',
  });
  // As on a second visit: without the line that explains the first (src/ui/page/firstVisit.ts).
  await tab.addInitScript(() => localStorage.setItem('gradient-walk-known', '1'));
  await tab.goto(`http://localhost:${port}/${link}`);
  await tab.evaluate(async () => {
    await window.gradientWalk.ready;
    await document.fonts.ready;
    await window.gradientWalk.run();
  });
  // Axes and walks are drawn in the frame after the last one that came.
  await tab.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await tab.screenshot({ path });
  await tab.close();
  console.log(`Wrote ${path}.`);
}

try {
  await take('docs/gradient-walk.png', { width: 1280, height: 720 }, 1.5, '#f=relu&run=0');
  const { name, width, height } = picture;
  await take(`public/${name}`, { width, height }, 1, '#f=relu&depth=200&width=64&walks=200&embed=1&run=0');
} finally {
  await browser.close();
  await server.close();
}
