import { expect, test } from '@playwright/test';
import { deep } from './deep.ts';
import { letArrive } from './liveRun.ts';
import { complaintsOf, expectReady, openWalk, runTraining, runWalk, setKeys } from './walkPage.ts';

// A context of its own: a service worker outlives a page.
test.use({ serviceWorkers: 'allow', reuseContext: false });

test('after one visit and with the network off, every view opens and a run finishes', async ({
  page,
  context,
}) => {
  await openWalk(page, '#depth=20&width=8&walks=5&backend=cpu');
  // Active means that every file of the list has been kept.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  const asked: string[] = [];
  await context.route('**', (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await context.setOffline(true);
  const complaints = complaintsOf(page);
  await page.reload();
  await expectReady(page, 'cpu');
  expect(await runWalk(page, { f: 'relu', depth: 30, width: 16, walks: 9 })).toMatchObject({ walks: 9 });
  const trained = await runTraining(page, { data: 'spirals', depth: 3, width: 8, steps: 20 });
  expect(trained).toMatchObject({ kind: 'train', step: 20 });
  for (const [view, figure] of [
    ['scale', '.main-figure'],
    ['learn', '.prediction'],
  ] as const) {
    await setKeys(page, { view });
    await expect(page.locator(figure)).toBeVisible();
    await expect(page.locator('.loading')).toHaveCount(0);
  }
  // The example deck is left to the network.
  await expect(page.goto('./examples/reveal.html')).rejects.toThrow('ERR_');
  expect(complaints.list).toEqual([]);
});

test('an embedded page keeps nothing', deep, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const hash = 'depth=20&width=8&walks=5&backend=cpu';
  const isKept = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length > 0);
  await openWalk(page, `#embed=1&${hash}`);
  await runWalk(page);
  await letArrive(page);
  expect(asked.filter((url) => url.includes('offerOffline'))).toEqual([]);
  expect(await isKept()).toBe(false);
  // A page of its own does, by the same way.
  await page.goto('about:blank');
  await openWalk(page, `#${hash}`);
  await expect.poll(isKept).toBe(true);
  expect(asked.filter((url) => url.includes('offerOffline'))).not.toEqual([]);
});
