import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { complaintsOf, runTraining, runWalk } from './walkPage.ts';

/** What `npm run build:single` makes. */
const file = join(import.meta.dirname, '../../dist-single/gradient-walk.html');

test('the single file opens from disk, asks for no other file, and walks and trains to the end', async ({
  page,
}) => {
  expect(readdirSync(dirname(file))).toEqual(['gradient-walk.html']);
  expect(statSync(file).size).toBeLessThan(12e6);
  const complaints = complaintsOf(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${pathToFileURL(file).href}#depth=40&width=16&walks=20`);
  await expect(page.locator('.sentence')).toBeVisible();
  const ready = await page.evaluate(() => window.gradientWalk.ready);
  expect(ready.selfTest.passed).toBe(true);
  const results = await runWalk(page, { depth: 100, width: 128 });
  expect(results).toMatchObject({ kind: 'walk', walks: 20 });
  expect(results.final).toHaveLength(20);
  expect(results.backend.startsWith(ready.backend)).toBe(true);
  // Its vectors walk in workers of the worker, which a page from disk may start as well.
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  expect(page.workers().length).toBeGreaterThan(cores > 1 ? cores : 0);
  const trained = await runTraining(page, { data: 'spirals', depth: 3, width: 8, steps: 10 });
  expect(trained).toMatchObject({ kind: 'train', step: 10 });
  expect(asked.filter((url) => !/^(data|blob):/.test(url)).map((url) => url.replace(/#.*/, ''))).toEqual([
    pathToFileURL(file).href,
  ]);
  expect(complaints.list).toEqual([]);
});
