import { chromium, expect, type Page, test } from '@playwright/test';
import { chromiumArguments } from '../../../scripts/chromiumArguments.mjs';
import { findBrowser } from '../../../scripts/findBrowser.mjs';
import { deep } from '../deep.ts';
import { expectBeyond, expectResults, heldAt, progressOf } from '../liveRun.ts';
import { openWalk, setKeys } from '../walkPage.ts';
import { expectDevices, noteDevices, takeDevices } from './devices.ts';

/** Fault 3 of docs/RELIABILITY.md: the device goes away in the middle of a run. */

const fault = (page: Page) => page.locator('.notice.is-fault');

test('walks lose nothing with their device: the run goes on and has the very walks of an undisturbed one', async ({
  page,
}) => {
  await noteDevices(page);
  const hash = '#f=relu&depth=120&width=40&walks=150&seed=5&backend=webgpu';
  await openWalk(page, hash);
  await expectBeyond(page, 5);
  expect(await takeDevices(page)).toBe(1);
  await expect(fault(page)).toContainText('The graphics device went away');
  const disturbed = await expectResults(page, 'walk', { walks: 150 });
  expect(disturbed.backend).toMatch(/^webgpu/);
  const whole = await page.evaluate(() => window.gradientWalk.run());
  expect(whole).toMatchObject({ kind: 'walk', final: disturbed.final, lnZ: disturbed.lnZ });
});

test(
  'a sweep whose device goes away measures every point, and keeps those before',
  deep,
  async ({ page }) => {
    await noteDevices(page);
    await openWalk(page, '#view=scale&sweep=gain&f=relu&depth=20&width=16&walks=60&run=0&backend=webgpu');
    const ran = page.evaluate(() => window.gradientWalk.run());
    await expectBeyond(page, 0);
    expect(await takeDevices(page)).toBe(1);
    expect(await ran).toMatchObject({ kind: 'scale', done: true });
  },
);

/** The notice of a training that was taken up again. */
const takenUp = (page: Page) => page.locator('.notice.is-fault', { hasText: 'goes on from step' });

/** Steps a second at most; a page has no other way to it than its control. */
const chooseSpeed = (page: Page, speed: 'ten' | 'full') =>
  page.getByRole('combobox', { name: 'speed' }).selectOption(speed);

/** Lets a training go on for some steps more, as fast as it can; returns the last of them. */
async function endSoon(page: Page): Promise<number> {
  // Held meanwhile: one that goes on may be beyond any step that was counted from where it was seen.
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.locator('.train-progress')).toContainText('paused');
  const steps = (await heldAt(page)) + 60;
  await setKeys(page, { steps });
  await chooseSpeed(page, 'full');
  await page.getByRole('button', { name: 'Run' }).click();
  return steps;
}

test(
  'a training that runs on the processor is left alone when the device goes away elsewhere',
  deep,
  async ({ page }) => {
    await noteDevices(page);
    await openWalk(
      page,
      '#view=train&backend=wasm&depth=100&width=64&steps=100000&batch=16&data=spirals&run=0',
    );
    const ran = page.evaluate(() => window.gradientWalk.run());
    await expectBeyond(page, 5);
    // The walks open a device of their own, and lose it.
    await setKeys(page, { backend: 'wasm', view: 'walk' });
    await takeDevices(page);
    await setKeys(page, { view: 'train' });
    const steps = await endSoon(page);
    expect(await ran).toMatchObject({ kind: 'train', step: steps, diverged: null });
    await expect(takenUp(page)).toHaveCount(0);
  },
);

test('a training on the device goes on from its checkpoint, says so once, and has the losses of an undisturbed one', async ({
  page,
}) => {
  await noteDevices(page);
  await openWalk(
    page,
    '#view=train&backend=webgpu&depth=3&width=16&batch=16&data=spirals&steps=100000&run=0',
    'webgpu',
  );
  await chooseSpeed(page, 'ten');
  const ran = page.evaluate(() => window.gradientWalk.run());
  // Beyond the first checkpoint, which is taken after four seconds: that is, at ten steps a second, at step 41 at the latest.
  await expectBeyond(page, 42);
  const before = await progressOf(page);
  await takeDevices(page);
  await expect(takenUp(page)).toHaveCount(1);
  const text = (await takenUp(page).textContent()) ?? '';
  const from = Number(/from step ([^;]+);/.exec(text)?.[1]?.replace(/\D/g, ''));
  expect(from).toBeGreaterThan(0);
  expect(from).toBeLessThanOrEqual(before);
  const steps = await endSoon(page);
  const results = await ran;
  expect(results).toMatchObject({ kind: 'train', step: steps, diverged: null });
  const whole = await page.evaluate(() => window.gradientWalk.run());
  expect(whole.kind === 'train' && results.kind === 'train' && whole.loss).toEqual(
    results.kind === 'train' && results.loss,
  );
});

test(
  'a device that goes away again and again is left for the processor, which is said',
  deep,
  async ({ page }) => {
    await noteDevices(page);
    await openWalk(page, '#f=relu&depth=200&width=64&walks=3000&backend=webgpu');
    for (let loss = 1; loss <= 3; loss++) {
      await expectDevices(page, loss);
      await expect(page.locator('.badge')).toHaveAttribute('data-backend', 'webgpu');
      await takeDevices(page);
    }
    await expect(page.locator('.badge')).toHaveAttribute('data-backend', 'wasm', { timeout: 120_000 });
    await expect(fault(page)).toContainText('again and again');
    await expectDevices(page, 3);
  },
);

test(
  'when the whole graphics process dies in a run, the page says so and the run goes on to its end',
  deep,
  async ({ baseURL }) => {
    const executablePath = findBrowser();
    const browser = await chromium.launch({
      ...(executablePath ? { executablePath } : {}),
      args: chromiumArguments,
    });
    try {
      const page = await browser.newPage({ baseURL: baseURL ?? '' });
      await openWalk(page, '#f=relu&depth=100&width=32&walks=200&backend=webgpu');
      await expectBeyond(page, 0);
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.crashGpuProcess').catch(() => undefined);
      await expect(fault(page)).toContainText('The graphics device went away');
      const results = await expectResults(page, 'walk', { walks: 200 });
      expect(results.final.every(Number.isFinite)).toBe(true);
      expect(results.lnZ.mean).toHaveLength(101);
    } finally {
      await browser.close();
    }
  },
);
