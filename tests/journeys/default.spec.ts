import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { WalkResults } from '#run/walk/walkResults.ts';
import { complaintsOf, openWalk, runWalk } from './walkPage.ts';

test('the default page walks on WebGPU, without a word in the console', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openWalk(page);
  const results = await runWalk(page, { walks: 60 });
  expect(results.backend).toMatch(/^webgpu/);
  expect(results).toMatchObject({ kind: 'walk', walks: 60, dead: 0 });
  expect(results.lnZ.mean).toHaveLength(501);
  expect(results.final).toHaveLength(60);
  expect(results.exact?.variance[500]).toBeCloseTo(10.1007, 4);
  const variance = results.lnZ.variance[500] ?? Number.NaN;
  expect(Math.abs(variance / 10.1007 - 1)).toBeLessThan(4 * Math.sqrt(2 / 60));
  expect(complaints.list).toEqual([]);
});

test('what the page says is what the API says: the read-outs show the run’s own numbers', async ({
  page,
}) => {
  await openWalk(page, '#depth=50&width=32&walks=300');
  const results = await runWalk(page);
  const end = results.lnZ.mean[50] ?? Number.NaN;
  const drift = page.locator('[data-fact=drift] td').first();
  await expect(drift).toHaveText(/±/);
  const shown = Number.parseFloat((await drift.innerText()).replace('−', '-'));
  const stderr = (results.lnZ.stderrMean[50] ?? 0) / 50;
  expect(Math.abs(shown - end / 50)).toBeLessThan(stderr / 5);
  await expect(page.locator('.progress')).toContainText('300 of 300 walks');
});

for (const { theme, width, height } of [
  { theme: 'light', width: 1280, height: 720 },
  { theme: 'dark', width: 1280, height: 720 },
  { theme: 'projector', width: 1920, height: 1080 },
  { theme: 'light', width: 390, height: 844 },
  { theme: 'dark', width: 390, height: 844 },
]) {
  test(`axe finds no serious fault and nothing is wider than the page: ${theme}, ${width} x ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openWalk(page, `#theme=${theme}&walks=10&depth=40&width=16&f=relu`);
    await runWalk(page);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    if (width > 820) {
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(height);
    }
    const box = await page.locator('.walk-figure').boundingBox();
    expect(box?.width).toBeGreaterThan(0.4 * width);
    expect(box?.height).toBeGreaterThan(200);
  });
}

test('the first picture is there before the engine is: a recorded run, and called so', async ({ page }) => {
  await page.route('**/worker-*.js', () => undefined);
  await page.goto('./');
  await expect(page.locator('.progress')).toContainText('A recorded run');
  const painted = await page.locator('.walk-figure canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let count = 0;
    for (let i = 3; i < pixels.length; i += 4) if ((pixels[i] ?? 0) > 0) count += 1;
    return count / (pixels.length / 4);
  });
  // A hundred walks cover a good part of the figure.
  expect(painted).toBeGreaterThan(0.05);
  expect(await page.evaluate(() => window.gradientWalk.results() as WalkResults | null)).toBeNull();
});

test('the built folder works under a sub-path', async ({ page }) => {
  await page.context().route('**/some/where/**', async (route) => {
    const url = route.request().url().replace('/some/where', '');
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  const complaints = complaintsOf(page);
  await page.goto('./some/where/#depth=20&width=8&walks=5');
  const ready = await page.evaluate(() => window.gradientWalk.ready);
  expect(ready.backend).toBe('webgpu');
  expect(await runWalk(page)).toMatchObject({ walks: 5 });
  expect(complaints.list).toEqual([]);
});

test('once open, the page needs no network', async ({ page, context }) => {
  await openWalk(page);
  await context.setOffline(true);
  const results = await runWalk(page, { f: 'tanh', depth: 30, width: 24, walks: 20 });
  expect(results.walks).toBe(20);
});
