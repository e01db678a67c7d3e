import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectContrast } from './accessible.ts';
import { deep, deepUnless } from './deep.ts';
import { expectBeyond, heldAt, progressOf } from './liveRun.ts';
import { pressOn } from './tabStops.ts';
import { expectExperiment, expectNoScroll, openWalk, runTraining } from './walkPage.ts';

/** Types a number into a control of the column. */
async function type(page: Page, name: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: `${name}, as a number` });
  await field.fill(text);
  await pressOn(field, 'Enter');
}

test(
  'auto-encoding at depth 20 brings the error below nine tenths of the best constant picture’s',
  deep,
  async ({ page }) => {
    await openWalk(page, '#view=train&run=0&backend=wasm');
    const results = await runTraining(page, {
      f: 'relu',
      depth: 20,
      width: 48,
      task: 'encode',
      optimizer: 'adam',
      rate: 0.002,
      batch: 32,
      steps: 300,
    });
    expect(results.constantError).not.toBeNull();
    expect(results.testLoss).toBeLessThan(0.9 * (results.constantError ?? 0));
    await expect(page.locator('.train-sentence')).toContainText('of the best constant picture’s');
  },
);

test('a learning rate is found before the first step, shown, and kept as a number without beginning again', async ({
  page,
}) => {
  await openWalk(
    page,
    '#view=train&run=0&f=relu&depth=3&width=16&batch=16&steps=100&data=spirals&backend=wasm',
  );
  const rate = page.getByRole('textbox', { name: 'learning rate, as a number' });
  await expect(rate).toHaveValue('auto');
  const { loss, rate: found, diverged } = await runTraining(page);
  expect(diverged).toBeNull();
  expect(found).toBeGreaterThan(0);
  await expect(rate).toHaveValue(String(found));
  const mean = (losses: readonly number[]) => losses.reduce((sum, one) => sum + one, 0) / losses.length;
  expect(mean(loss.slice(-20))).toBeLessThan(0.9 * Math.log(3));
  await page.getByRole('checkbox', { name: 'found for this network' }).uncheck();
  await expectExperiment(page, { rate: found });
  expect(await progressOf(page)).toBe(100);
  // The link now says the number that the rate had grown to: a run begins with it, and is the same every time.
  const given = await runTraining(page);
  expect(given).toMatchObject({ rate: found, diverged: null });
  expect(given.loss[0]).toBe(loss[0]);
  expect((await runTraining(page)).loss).toEqual(given.loss);
});

test('a new learning rate goes on, a new depth begins again and says why, another view leaves it running', async ({
  page,
}) => {
  await openWalk(
    page,
    '#view=train&f=relu&depth=4&width=256&steps=100000&batch=32&data=spirals&backend=wasm',
  );
  await expectBeyond(page, 20);
  await type(page, 'learning rate', '0.002');
  const progress = page.locator('.train-progress');
  await expect(progress).toContainText('learning rate changed at step');
  expect(await progressOf(page)).toBeGreaterThan(20);
  await type(page, 'depth', '5');
  await expect(progress).toContainText('begun again: depth changed');
  await expectBeyond(page, 5);
  await page.getByRole('link', { name: 'Walk' }).click();
  await expect(page).toHaveURL(/#(?!.*\bview=).*\bdepth=5\b/);
  await expect(page.locator('.walk-figure')).toBeVisible();
  await expect(page.locator('.view-tabs')).toContainText(/Train · step \d/);
  const seen = await page.locator('.tab-state').innerText();
  await expect.poll(() => page.locator('.tab-state').innerText()).not.toBe(seen);
  await page.goBack();
  await expect(page.locator('.layer-figures')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(progress).toContainText('paused');
  const held = await heldAt(page);
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect.poll(() => progressOf(page)).toBe(held + 1);
});

// Either run is steered while it lasts: it cannot end before slow motion is chosen, or has one step in all.
for (const { what, steps, run } of [
  { what: 'a run that goes on', steps: 100_000, run: 1 },
  { what: 'the last step of a run', steps: 1, run: 0 },
]) {
  test(`slow motion walks one backward pass layer by layer: ${what}`, deep, async ({ page }) => {
    await openWalk(
      page,
      `#view=train&f=relu&depth=3&width=16&batch=8&data=spirals&rate=0.01&steps=${steps}&run=${run}&backend=wasm`,
    );
    if (run === 1) await expectBeyond(page, 2);
    await page.getByRole('combobox', { name: 'speed' }).selectOption('slow');
    const sentence = page.locator('.train-sentence');
    await expect(sentence).toContainText('of 3 layers back: the gradient’s norm ×');
    await expect(sentence).toContainText('2 of 3 layers back');
  });
}

test('a run that leaves float32 says where and why, and offers what would do', deep, async ({ page }) => {
  await openWalk(page, '#view=train&f=relu&depth=80&width=16&gain=9&steps=8&batch=8&backend=wasm');
  const notice = page.locator('.notice.is-fault', { hasText: 'left float32' });
  await expect(notice).toContainText(
    /left float32 at step 0: the activation in layer \d+ of 80 is too large/,
  );
  await notice.getByRole('button', { name: /gain g\* = 1\./ }).click();
  await expect(notice).toBeHidden();
  await expect.poll(() => progressOf(page)).toBe(8);
});

test(
  'a deep network that learned nothing says so, and learns by the branches and the norm that are offered',
  deep,
  async ({ page }) => {
    await openWalk(
      page,
      '#view=train&data=spirals&f=relu&depth=60&width=16&gain=0.7&steps=60&batch=8&rate=0.05&backend=wasm',
    );
    const notice = page.locator('.notice', { hasText: 'no better than one constant answer' });
    await expect(notice).toContainText('No gradient is left in float32');
    await expect(notice.getByRole('button')).toHaveText([/gain g\* = 1\./, /residual branches .* RMS norm/]);
    await notice.getByRole('button', { name: /branches/ }).click();
    await expect(page).toHaveURL(/residual=0\.1291&norm=rms/);
    await expect(notice).toBeHidden();
    await expect.poll(() => progressOf(page)).toBe(60);
    await expect(page.locator('.train-sentence')).toContainText(
      'residual branches of weight 0.1291 and RMS norm before each matrix',
    );
    await expect(notice).toBeHidden();
  },
);

for (const { theme, width, height } of [
  { theme: 'light', width: 1280, height: 720 },
  { theme: 'dark', width: 1280, height: 720 },
  { theme: 'projector', width: 1920, height: 1080 },
  { theme: 'light', width: 390, height: 844 },
]) {
  test(
    `train view: axe finds no fault and nothing is wider than the page: ${theme}, ${width} x ${height}`,
    deepUnless(theme === 'light' && width > height),
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      // Digits have pictures as their examples, points of the plane a picture of their own.
      const data = theme === 'light' ? 'digits' : 'spirals';
      const network = 'f=relu&depth=4&width=16&steps=30&batch=8';
      await openWalk(page, `#view=train&theme=${theme}&${network}&data=${data}&backend=wasm`);
      await expect(page.locator('.train-progress')).toContainText('30 of 30 steps');
      // Another theme is another choice of colours.
      await (theme === 'light' ? expectAccessible(page) : expectContrast(page));
      await expectNoScroll(page);
      for (const figure of await page.locator('.train-figures figure:visible').all()) {
        const box = await figure.boundingBox();
        expect(box?.height).toBeGreaterThan(60);
        expect(box?.width).toBeGreaterThan(200);
      }
    },
  );
}
