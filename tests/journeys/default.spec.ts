import { expect, test } from '@playwright/test';
import { expectAccessible, expectContrast } from './accessible.ts';
import { deepUnless } from './deep.ts';
import { expectNoScroll, openWalk, runWalk } from './walkPage.ts';

test('what the page says is what the API says: the read-outs show the run’s own numbers', async ({
  page,
}) => {
  await openWalk(page, '#depth=50&width=32&walks=300&backend=cpu');
  const results = await runWalk(page);
  await expect(page.locator('.progress')).toContainText('300 of 300 walks');
  const end = results.lnZ.mean[50] ?? Number.NaN;
  const stderr = (results.lnZ.stderrMean[50] ?? 0) / 50;
  const drift = page.locator('[data-fact=drift] td').first();
  await expect(drift).toHaveText(/±/);
  const shown = async () => Number.parseFloat((await drift.innerText()).replace('−', '-'));
  await expect.poll(async () => Math.abs((await shown()) - end / 50)).toBeLessThan(stderr / 5);
});

for (const { theme, width, height } of [
  { theme: 'light', width: 1280, height: 720 },
  { theme: 'dark', width: 1280, height: 720 },
  { theme: 'projector', width: 1920, height: 1080 },
  { theme: 'light', width: 390, height: 844 },
  { theme: 'dark', width: 390, height: 844 },
]) {
  test(
    `axe finds no fault and nothing is wider than the page: ${theme}, ${width} x ${height}`,
    deepUnless(theme === 'light' && width < height),
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      await openWalk(page, `#theme=${theme}&walks=10&depth=40&width=16&f=relu&backend=cpu`);
      await runWalk(page);
      await expect(page.locator('.progress')).toContainText('10 of 10 walks');
      // Another theme is another choice of colours.
      await (theme === 'light' ? expectAccessible(page) : expectContrast(page));
      await expectNoScroll(page);
      const box = await page.locator('.walk-figure').boundingBox();
      expect(box?.width).toBeGreaterThan(0.4 * width);
      expect(box?.height).toBeGreaterThan(200);
    },
  );
}

test('the first picture is there before the engine is: a recorded run, and called so', async ({ page }) => {
  await page.route('**/worker-*.js', () => undefined);
  await page.goto('./');
  await expect(page.locator('.progress')).toContainText('A recorded run');
  const canvas = page.locator('.walk-figure canvas');
  const painted = () =>
    canvas.evaluate((element: HTMLCanvasElement) => {
      const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? [];
      let count = 0;
      for (let i = 3; i < pixels.length; i += 4) if ((pixels[i] ?? 0) > 0) count += 1;
      return count / (pixels.length / 4);
    });
  // A hundred walks cover a good part of the figure.
  await expect.poll(painted).toBeGreaterThan(0.05);
  expect(await page.evaluate(() => window.gradientWalk.results())).toBeNull();
});
