import { expect, test } from '@playwright/test';
import { alterResponses } from './alterResponses.ts';
import { deep } from './deep.ts';
import { complaintsOf, expectReady, openWalk, runWalk } from './walkPage.ts';

test('the default experiment walks on WebGPU, without a word in the console and without a network', async ({
  page,
  context,
}) => {
  const complaints = complaintsOf(page);
  await openWalk(page, '#backend=webgpu');
  const results = await runWalk(page, { walks: 60 });
  expect(results.backend).toMatch(/^webgpu/);
  expect(results).toMatchObject({ kind: 'walk', walks: 60, dead: 0 });
  expect(results.lnZ.mean).toHaveLength(501);
  expect(results.final).toHaveLength(60);
  expect(results.exact?.variance[500]).toBeCloseTo(10.1007, 4);
  const variance = results.lnZ.variance[500] ?? Number.NaN;
  expect(Math.abs(variance / 10.1007 - 1)).toBeLessThan(4 * Math.sqrt(2 / 60));
  // Once open, the page needs no network.
  await context.setOffline(true);
  const offline = await runWalk(page, { f: 'tanh', depth: 30, width: 24, walks: 20 });
  expect(offline.walks).toBe(20);
  await context.setOffline(false);
  expect(complaints.list).toEqual([]);
});

test('the built folder works under a sub-path', deep, async ({ page }) => {
  await alterResponses(page.context(), '**/some/where/**', {
    from: ({ href }) => new URL(href.replace('/some/where', '')),
  });
  const complaints = complaintsOf(page);
  await page.goto('./some/where/#depth=20&width=8&walks=5&backend=webgpu');
  await expectReady(page, 'webgpu');
  expect(await runWalk(page)).toMatchObject({ walks: 5 });
  expect(complaints.list).toEqual([]);
});

test('the same link gives the same walks, bit for bit', deep, async ({ page }) => {
  await openWalk(page, '#f=relu&depth=100&width=48&walks=30&seed=7&backend=webgpu');
  const first = await runWalk(page);
  await page.reload();
  await expectReady(page, 'webgpu');
  const second = await runWalk(page);
  expect(second.final).toEqual(first.final);
  const other = await runWalk(page, { seed: 8 });
  expect(other.final).not.toEqual(first.final);
});
