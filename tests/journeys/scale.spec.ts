import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { expectBeyond, expectResults } from './liveRun.ts';
import { pressOn } from './tabStops.ts';
import { complaintsOf, expectExperiment, expectNoScroll, openWalk, setKeys } from './walkPage.ts';

const small = '#view=scale&f=relu&depth=30&width=20&walks=200&sampler=free&backend=cpu';

test('a link opens a sweep, which runs at once; its points are read out by keys and open as walks', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openWalk(page, small);
  const results = await expectResults(page, 'scale', { done: true });
  expect(results).toMatchObject({ sweep: 'gain', theory: 'exact' });
  expect(results.backend).toMatch(/^cpu /);
  await expect(page.locator('.scale-sentence')).toContainText('as measured here');
  await expect(page.locator('.progress')).toContainText('18 of 18 points');
  const points = page.locator('.main-figure a');
  await expect(points).toHaveCount(18);
  await points.first().focus();
  await pressOn(points.first(), 'ArrowRight');
  await expect(page.locator('.readout')).toContainText('standard errors off');
  const gain = Number(results.rows[1]?.[0]);
  await pressOn(points.nth(1), 'Enter');
  await expectExperiment(page, { view: 'walk', f: 'relu', depth: 30, width: 20, gain, sampler: 'free' });
  // The walk is the view of a link that names none.
  await expect(page).toHaveURL(/#(?!.*\bview=)(?=.*\bdepth=30\b).*\bsampler=free\b/);
  await page.goBack();
  await expect(page.locator('.progress')).toContainText('18 of 18 points');
  expect(complaints.list).toEqual([]);
});

test('Cancel keeps the points, Resume measures the rest, another depth starts clean', async ({ page }) => {
  await openWalk(page, `${small.replace('depth=30', 'depth=100').replace('walks=200', 'walks=3000')}&run=0`);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('.progress')).toContainText(/[1-9]\d* of 18 points/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('.progress')).toContainText('cancelled');
  const points = async () => Number.parseInt(await page.locator('.progress').innerText(), 10);
  const kept = await points();
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(18);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  expect(await points()).toBeGreaterThanOrEqual(kept);
  await expectBeyond(page, kept);
  await setKeys(page, { depth: 10, walks: 50 });
  await expect(page.locator('.progress')).toContainText('Waiting for Run');
  await expect.poll(() => page.evaluate(() => window.gradientWalk.results())).toBeNull();
});

test('every sweep has its figures and its table, fits the screen, and passes axe', async ({ page }) => {
  await openWalk(page, `${small.replace('walks=200', 'walks=20')}&run=0`);
  for (const sweep of ['gain', 'width', 'map', 'budget', 'mean', 'widths', 'cures', 'error']) {
    await setKeys(page, { sweep });
    await expect(page.locator('.main-figure svg text').first()).toBeVisible();
    await expect(page.locator('.main-figure .figure-menu > button')).toBeVisible();
    await expectNoScroll(page);
    // The other sweeps have the same elements as these two.
    if (sweep === 'gain' || sweep === 'map') await expectAccessible(page);
  }
});
