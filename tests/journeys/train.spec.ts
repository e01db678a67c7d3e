import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { TrainResults } from '#run/train/trainResults.ts';
import { complaintsOf, openWalk } from './walkPage.ts';

const shared = join(import.meta.dirname, '../../../shared/data/mnist');
const mnistFiles = () => readdirSync(shared).filter((name) => name.endsWith('.gz'));

/** Changes keys through the programs' API and trains to the end. */
async function runTraining(
  page: Page,
  change: Readonly<Record<string, unknown>> = {},
): Promise<TrainResults> {
  return page.evaluate((keys) => {
    window.gradientWalk.set({ view: 'train', ...keys });
    return window.gradientWalk.run() as Promise<TrainResults>;
  }, change);
}

const stepsOf = (page: Page) =>
  page.evaluate(() => (window.gradientWalk.results() as TrainResults | null)?.step ?? 0);

/** Mean loss over the last tenth of a run. */
function lastLoss({ loss }: TrainResults): number {
  const part = loss.slice(-Math.round(loss.length / 10));
  return part.reduce((sum, value) => sum + value, 0) / part.length;
}

const deep = { f: 'relu', depth: 20, width: 64, rate: 0.01 };

test('20 ReLU layers learn digits at g* within 600 steps, and nothing at half the gain', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openWalk(page, '#view=train&run=0');
  const learned = await runTraining(page, { ...deep, batch: 32, steps: 600 });
  expect(learned.backend).toMatch(/^(webgpu|wasm) /);
  expect(learned.loss).toHaveLength(600);
  expect(lastLoss(learned)).toBeLessThan(0.4 * Math.log(10));
  expect(learned.testAccuracy).toBeGreaterThan(0.7);
  expect(learned.gradientNorms.perLayer[0]).toHaveLength(21);
  const stuck = await runTraining(page, { ...deep, gain: 0.72, batch: 64, steps: 200 });
  expect(Math.abs(lastLoss(stuck) - Math.log(10))).toBeLessThan(0.02);
  expect(stuck.testAccuracy).toBeLessThan(0.2);
  // Half the gain divides the gradient's norm by two a layer.
  const first = stuck.gradientNorms.perLayer[0];
  expect((first?.[0] ?? 0) - (first?.[20] ?? 0)).toBeLessThan(-20);
  await expect(page.locator('.train-sentence')).toContainText('After 200 steps its loss is 2.30');
  expect(complaints.list).toEqual([]);
});

test('the kernels on WebGPU and TensorFlow.js on WebAssembly train the same 20 steps', async ({ page }) => {
  await openWalk(page, '#view=train&run=0');
  // At gain 1 a rounding error is not amplified on its way.
  const setting = { f: 'tanh', gain: 1, depth: 40, width: 32, batch: 32, steps: 20, rate: 0.01 };
  const kernels = await runTraining(page, { ...setting, backend: 'webgpu' });
  const plain = await runTraining(page, { ...setting, backend: 'wasm' });
  expect([kernels.backend.slice(0, 6), plain.backend.slice(0, 4)]).toEqual(['webgpu', 'wasm']);
  expect(kernels.backend).toContain('fused');
  expect(plain.backend).toContain('composed');
  for (const [i, loss] of kernels.loss.entries()) {
    expect(Math.abs(loss / (plain.loss[i] ?? 0) - 1), `step ${i}`).toBeLessThan(1e-3);
  }
});

test('auto-encoding at depth 20 brings the error below nine tenths of the best constant picture’s', async ({
  page,
}) => {
  await openWalk(page, '#view=train&run=0');
  const results = await runTraining(page, {
    ...deep,
    task: 'encode',
    optimizer: 'adam',
    rate: 0.001,
    batch: 64,
    steps: 500,
  });
  expect(results.constantError).not.toBeNull();
  expect(results.testLoss).toBeLessThan(0.9 * (results.constantError ?? 0));
  await expect(page.locator('.train-sentence')).toContainText('of the best constant picture’s');
});

test('a new learning rate goes on, a new depth begins again and says why, another view leaves it running', async ({
  page,
}) => {
  await openWalk(page, '#view=train&f=relu&depth=4&width=16&steps=100000&batch=8');
  await expect.poll(() => stepsOf(page)).toBeGreaterThan(20);
  await page.getByRole('textbox', { name: 'learning rate, as a number' }).fill('0.002');
  await page.keyboard.press('Enter');
  await expect(page.locator('.train-progress')).toContainText('learning rate changed at step');
  expect(await stepsOf(page)).toBeGreaterThan(20);
  await page.getByRole('textbox', { name: 'depth, as a number' }).fill('5');
  await page.keyboard.press('Enter');
  await expect(page.locator('.train-progress')).toContainText('begun again: depth changed');
  await expect.poll(() => stepsOf(page)).toBeGreaterThan(5);
  await page.getByRole('link', { name: 'Walk' }).click();
  await expect(page).toHaveURL(/^[^?]*#(?!.*view=train)/);
  await expect(page.locator('.walk-figure')).toBeVisible();
  await expect(page.locator('.view-tabs')).toContainText(/Train · step \d/);
  const seen = await page.locator('.tab-state').innerText();
  await expect.poll(() => page.locator('.tab-state').innerText()).not.toBe(seen);
  await page.goBack();
  await expect(page.locator('.layer-figures')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.locator('.train-progress')).toContainText('paused');
  await page.waitForTimeout(300);
  const held = await stepsOf(page);
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect.poll(() => stepsOf(page)).toBe(held + 1);
});

test('slow motion walks one backward pass layer by layer', async ({ page }) => {
  await openWalk(page, '#view=train&f=relu&depth=12&width=16&batch=8');
  await expect.poll(() => stepsOf(page)).toBeGreaterThan(2);
  await page.getByRole('combobox', { name: 'speed' }).selectOption('slow');
  const sentence = page.locator('.train-sentence');
  await expect(sentence).toContainText('of 12 layers back: the gradient’s norm ×');
  await expect(sentence).toContainText('9 of 12 layers back');
});

test('a run that leaves float32 says where and why, and offers what would do', async ({ page }) => {
  await openWalk(page, '#view=train&f=relu&depth=80&width=16&gain=9&steps=60&batch=8');
  const notice = page.locator('.notice.is-fault');
  await expect(notice).toContainText(
    /left float32 at step 0: the activation in layer \d+ of 80 is too large/,
  );
  await notice.getByRole('button', { name: /gain g\* = 1\./ }).click();
  await expect(notice).toBeHidden();
  await expect.poll(() => stepsOf(page), { timeout: 30_000 }).toBe(60);
});

test.describe('MNIST', () => {
  test.skip(!existsSync(shared), 'The shared MNIST digits are not on this machine.');

  test('four real files are taken in, trained on, and still there after a reload; a damaged one is refused', async ({
    page,
  }) => {
    await openWalk(page, '#view=train&data=mnist&f=relu&depth=4&width=32&batch=32&steps=200&rate=0.03');
    const panel = page.locator('.mnist');
    await expect(panel).toContainText('MNIST is not here yet');
    await expect(panel).toContainText('Drawn digits are used instead');
    const files = mnistFiles().map((name) => ({
      name,
      mimeType: 'application/gzip',
      buffer: readFileSync(join(shared, name)),
    }));
    const damaged = files.map((file) =>
      file.name.startsWith('train-images') ? { ...file, buffer: file.buffer.subarray(0, 5000) } : file,
    );
    await page.locator('.mnist input').setInputFiles(damaged);
    await expect(panel).toContainText('train-images-idx3-ubyte.gz is compressed, but cannot be unpacked');
    await expect(panel).toContainText('The run goes on with what it had');
    await page.locator('.mnist input').setInputFiles(files);
    await expect(panel).toContainText('9 000 digits to learn'.replace(' ', '\u2009'));
    const results = await runTraining(page);
    expect(results.data).toBe('mnist');
    expect(results.testAccuracy).toBeGreaterThan(0.7);
    await page.reload();
    await page.evaluate(() => window.gradientWalk.ready);
    expect((await runTraining(page)).data).toBe('mnist');
  });

  test('a mirror is asked only when the user asks, with its progress; its absence is said', async ({
    page,
  }) => {
    const asked: string[] = [];
    await page.context().route(/^https:\/\//, async (route) => {
      asked.push(route.request().url());
      const name = route.request().url().split('/').at(-1) ?? '';
      const headers = { 'access-control-allow-origin': '*' };
      if (asked.length <= 2) await route.abort();
      else await route.fulfill({ body: readFileSync(join(shared, name)), headers });
    });
    await openWalk(page, '#view=train&data=mnist&f=relu&depth=3&width=16&steps=5');
    const panel = page.locator('.mnist');
    await expect(panel).toContainText('MNIST is not here yet');
    expect(asked).toEqual([]);
    const fetchButton = panel.getByRole('button', { name: /public mirror/ });
    await fetchButton.click();
    await expect(panel).toContainText('MNIST could not be fetched');
    await expect(panel).toContainText('The run goes on with what it had');
    await fetchButton.click();
    await expect(panel).toContainText('MNIST is here');
    expect(asked.length).toBeGreaterThanOrEqual(6);
  });
});

for (const { theme, width, height } of [
  { theme: 'light', width: 1280, height: 720 },
  { theme: 'dark', width: 1280, height: 720 },
  { theme: 'projector', width: 1920, height: 1080 },
  { theme: 'light', width: 390, height: 844 },
]) {
  test(`train view: axe finds no serious fault and nothing is wider than the page: ${theme}, ${width} x ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openWalk(page, `#view=train&theme=${theme}&f=relu&depth=4&width=16&steps=30&batch=8`);
    await expect.poll(() => stepsOf(page), { timeout: 30_000 }).toBe(30);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    if (width > 820) {
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(height);
    }
    for (const figure of await page.locator('.train-figures figure:visible').all()) {
      const box = await figure.boundingBox();
      expect(box?.height).toBeGreaterThan(60);
      expect(box?.width).toBeGreaterThan(200);
    }
  });
}
