import { chromium, expect, test } from '@playwright/test';
import { findBrowser } from '../../scripts/findBrowser.mjs';
import { complaintsOf, openWalk, runWalk } from './walkPage.ts';

const executablePath = findBrowser();

test('without WebGPU the same experiment runs on the processor, and the page says so', async ({
  baseURL,
}) => {
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--headless=new', '--no-sandbox', '--disable-features=WebGPU', '--disable-blink-features=WebGPU'],
  });
  try {
    const page = await browser.newPage({ baseURL: baseURL ?? '' });
    const complaints = complaintsOf(page);
    await openWalk(page, '#depth=20&width=8&walks=10');
    await expect(page.locator('.notice')).toContainText('WebGPU');
    await expect(page.locator('.notice')).toContainText('vectors of the processor');
    await expect(page.locator('.badge')).toContainText('WebAssembly');
    expect(await runWalk(page)).toMatchObject({ walks: 10, dead: 0 });
    expect(complaints.list).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('a link that asks for a backend the walk does not have is answered with a reason', async ({ page }) => {
  await openWalk(page, '#backend=webgl&depth=20&width=8&walks=5');
  await expect(page.locator('.notice')).toContainText('WebGL');
});
