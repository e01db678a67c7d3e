import { expect, test } from '@playwright/test';
import { mnistFiles } from '../mnistFiles.ts';
import { deep } from './deep.ts';
import { expectPolicyHeard, violationsOf } from './policy.ts';
import { complaintsOf, expectReady, openWalk, run, runTraining, runWalk, turnTo } from './walkPage.ts';

test('the policy is in force: a script and a request that it forbids are refused and heard of', async ({
  context,
  baseURL,
}) => {
  await expectPolicyHeard(context, `${baseURL}#run=0&backend=cpu`);
});

test('walk, train, scale, learn, a lecture and the share dialog need nothing that the policy forbids', async ({
  page,
  context,
}) => {
  const violations = await violationsOf(context);
  const complaints = complaintsOf(page);
  await openWalk(page, '#depth=20&width=8&walks=5&backend=wasm');
  await runWalk(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.locator('.share')).toBeVisible();
  await page.keyboard.press('Escape');
  await run(page, 'scale', { view: 'scale', sweep: 'gain', depth: 5, width: 4, walks: 2 });
  await turnTo(page, '#view=learn&lesson=2&backend=cpu&run=0');
  await expect(page.locator('.formula math').first()).toBeAttached();
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await page.keyboard.press('PageDown');
  await expect(page.locator('.walk-figure')).toBeVisible();
  expect(violations).toEqual([]);
  expect(complaints.list).toEqual([]);
});

test('WebAssembly trains on dropped MNIST files under the policy', deep, async ({ page, context }) => {
  const violations = await violationsOf(context);
  const complaints = complaintsOf(page);
  await openWalk(page, '#view=train&data=mnist&f=relu&depth=3&width=16&batch=16&steps=10&backend=wasm');
  const files = mnistFiles().map(({ name, bytes }) => ({
    name,
    mimeType: 'application/gzip',
    buffer: bytes,
  }));
  await page.locator('.data-panel input').setInputFiles(files);
  await expect(page.locator('.data-panel')).toContainText('digits to learn');
  const results = await runTraining(page);
  expect(results).toMatchObject({ data: 'mnist', step: 10 });
  expect(results.backend).toContain('wasm');
  expect(violations).toEqual([]);
  expect(complaints.list).toEqual([]);
});

test('an embedded walk needs nothing that the policy forbids', async ({ page, context }) => {
  const violations = await violationsOf(context);
  await page.route('**/around.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<iframe src="./#embed=1&depth=20&width=8&walks=5&backend=cpu" width=900 height=500></iframe>',
    }),
  );
  await page.goto('./around.html');
  await expect.poll(() => page.frames().length).toBe(2);
  const [, frame] = page.frames();
  if (!frame) throw new Error('No frame.');
  await expectReady(frame, 'cpu');
  await runWalk(frame);
  expect(violations).toEqual([]);
});
