import { chromium, expect, test } from '@playwright/test';
import { chromiumArguments } from '../../scripts/chromiumArguments.mjs';
import { findBrowser } from '../../scripts/findBrowser.mjs';
import { expectBeyond, expectResults } from './liveRun.ts';
import { openWalk } from './walkPage.ts';

const executablePath = findBrowser();

test('when the graphics process dies in a run, the page says so and the run is made again to its end', async ({
  baseURL,
}) => {
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: chromiumArguments,
  });
  try {
    const page = await browser.newPage({ baseURL: baseURL ?? '' });
    await openWalk(page, '#f=relu&depth=200&width=64&walks=400');
    await expectBeyond(page, 0);
    const session = await browser.newBrowserCDPSession();
    await session.send('Browser.crashGpuProcess').catch(() => undefined);
    await expect(page.locator('.notice.is-fault')).toContainText('The graphics device went away');
    const results = await expectResults(page, 'walk', { walks: 400 });
    expect(results.final.every(Number.isFinite)).toBe(true);
    expect(results.lnZ.mean).toHaveLength(201);
  } finally {
    await browser.close();
  }
});
