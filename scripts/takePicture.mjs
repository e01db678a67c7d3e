import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArguments } from './chromiumArguments.mjs';
import { findBrowser } from './findBrowser.mjs';

/** Opens the built app on ReLU networks and writes docs/gradient-walk.png, README's picture, when its run is done. */

const port = 4183;
const server = await preview({ preview: { port, strictPort: true }, logLevel: 'error' });
const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArguments });
try {
  const tab = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    deviceScaleFactor: 1.5,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    serviceWorkers: 'block',
  });
  await tab.goto(`http://localhost:${port}/#f=relu&run=0`);
  await tab.evaluate(async () => {
    await window.gradientWalk.ready;
    await document.fonts.ready;
    await window.gradientWalk.run();
  });
  await tab.getByText('200 of 200 walks').waitFor();
  // Axes and walks are drawn in the frame after the last one that came.
  await tab.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await tab.screenshot({ path: 'docs/gradient-walk.png' });
  console.log('Wrote docs/gradient-walk.png.');
} finally {
  await browser.close();
  await server.close();
}
