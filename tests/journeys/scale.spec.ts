import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { ScaleResults } from '#run/sweeps/scaleResults.ts';
import { complaintsOf, openWalk } from './walkPage.ts';

const small = '#view=scale&f=relu&depth=30&width=20&walks=200&sampler=free';

const resultsOf = (page: Page) => page.evaluate(() => window.gradientWalk.results() as ScaleResults | null);

const finished = (page: Page) =>
  expect.poll(async () => (await resultsOf(page))?.done, { timeout: 60_000 }).toBe(true);

test('a link opens a sweep, which runs at once; its points are read out by keys and open as walks', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openWalk(page, small);
  await finished(page);
  const results = await resultsOf(page);
  expect(results).toMatchObject({ kind: 'scale', sweep: 'gain', theory: 'exact' });
  expect(results?.backend).toMatch(/^webgpu /);
  await expect(page.locator('.scale-sentence')).toContainText('as measured here');
  await expect(page.locator('.progress')).toContainText('18 of 18 points');
  const points = page.locator('.main-figure a');
  expect(await points.count()).toBe(18);
  await points.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.readout')).toContainText('standard errors off');
  const gain = Number(results?.rows[1]?.[0]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/view=walk|^((?!view=).)*$/);
  const opened = await page.evaluate(() => window.gradientWalk.experiment());
  expect(opened).toMatchObject({ view: 'walk', f: 'relu', depth: 30, width: 20, gain, sampler: 'free' });
  await page.goBack();
  await expect(page.locator('.progress')).toContainText('18 of 18 points');
  expect(complaints.list).toEqual([]);
});

test('Cancel keeps the points, Resume measures the rest, another depth starts clean', async ({ page }) => {
  await openWalk(page, `${small}&run=0&walks=20000&depth=300`);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('.progress')).toContainText(/[1-9]\d* of 18 points/, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('.progress')).toContainText('cancelled');
  const kept = (await page.locator('.progress').textContent()) ?? '';
  expect(kept).not.toMatch(/\b18 of 18/);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  expect(Number.parseInt((await page.locator('.progress').textContent()) ?? '', 10)).toBeGreaterThan(0);
  await page.evaluate(() => window.gradientWalk.set({ depth: 10, walks: 50 }));
  await expect(page.locator('.progress')).toContainText('Waiting for Run');
  expect(await resultsOf(page)).toBeNull();
});

test('every sweep has its figures and its table, fits the screen, and passes axe', async ({ page }) => {
  await openWalk(page, `${small}&run=0&walks=20`);
  for (const sweep of ['gain', 'width', 'map', 'budget', 'mean', 'widths', 'error']) {
    await page.evaluate((name) => window.gradientWalk.set({ sweep: name }), sweep);
    await expect(page.locator('.main-figure svg text').first()).toBeVisible();
    await expect(page.locator('.visually-hidden table tbody tr').first()).toBeAttached();
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isWide).toBe(false);
    // The other sweeps have the same elements as these two.
    if (sweep !== 'gain' && sweep !== 'map') continue;
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});
