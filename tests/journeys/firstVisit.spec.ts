import { expect, test } from '@playwright/test';
import { openWalk } from './walkPage.ts';

const quiet = 'f=relu&depth=20&width=8&run=0&backend=cpu';

test('a browser’s first visit has the picture explained in one line, which moves nothing, and later ones not', async ({
  page,
}) => {
  let come: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/FirstUse-*.js', async (route) => {
    await asked;
    await route.continue();
  });
  await openWalk(page, `#${quiet}`);
  const line = page.locator('.first-use');
  const figure = page.locator('.walk-figure');
  await expect(line).toBeAttached();
  await expect(line).toHaveText('');
  const before = await figure.boundingBox();
  come();
  await expect(line).toContainText('A coloured line is one network’s gradient');
  expect(await figure.boundingBox()).toEqual(before);
  await line.getByRole('button', { name: 'Close' }).click();
  await expect(line).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.walk-figure svg text').first()).toBeVisible();
  await expect(line).toHaveCount(0);
});
