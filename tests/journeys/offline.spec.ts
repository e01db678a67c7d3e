import { expect, test } from '@playwright/test';
import type {} from '#api/gradientWalkApi.ts';
import { complaintsOf, openWalk, runWalk } from './walkPage.ts';

test.use({ serviceWorkers: 'allow' });

test('after one visit and with the network off, every view opens and a run finishes', async ({
  page,
  context,
}) => {
  await openWalk(page, '#depth=20&width=8&walks=5');
  // Active means that every file of the list has been kept.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 60_000 })
    .toBe('activated');
  const asked: string[] = [];
  await context.route('**', (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await context.setOffline(true);
  const complaints = complaintsOf(page);
  await page.reload();
  expect(await page.evaluate(() => window.gradientWalk.ready)).toMatchObject({ selfTest: { passed: true } });
  expect(await runWalk(page, { f: 'relu', depth: 30, width: 16, walks: 9 })).toMatchObject({ walks: 9 });
  const trained = await page.evaluate(() => {
    window.gradientWalk.set({ view: 'train', data: 'spirals', depth: 3, width: 8, steps: 20 });
    return window.gradientWalk.run();
  });
  expect(trained).toMatchObject({ kind: 'train', step: 20 });
  for (const view of ['scale', 'learn']) {
    await page.evaluate((name) => window.gradientWalk.set({ view: name }), view);
    await expect(page.locator('.page')).toBeVisible();
    await expect(page.locator('.loading')).toHaveCount(0);
  }
  await page.goto('./examples/reveal.html');
  await expect(page.locator('.reveal h2').first()).toBeVisible();
  expect(complaints.list).toEqual([]);
});

test('an embedded page keeps nothing', async ({ page }) => {
  await openWalk(page, '#embed=1&depth=20&width=8&walks=5');
  await page.waitForTimeout(500);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
