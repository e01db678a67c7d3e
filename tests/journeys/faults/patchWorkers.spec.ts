import { expect, test } from '@playwright/test';
import { openWalk } from '../walkPage.ts';
import { patchWorkers } from './patchWorkers.ts';

test('a patch runs in a worker before the worker, which then starts as ever', async ({ page }) => {
  await patchWorkers(
    page,
    ({ reason }) => {
      GPU.prototype.requestAdapter = () => Promise.reject(new Error(reason));
    },
    { reason: 'no adapter today' },
  );
  await openWalk(page, '#depth=20&width=8&walks=5');
  await expect(page.locator('.notice')).toContainText('no adapter today');
});
