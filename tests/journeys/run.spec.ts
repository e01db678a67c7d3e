import { expect, test } from '@playwright/test';
import { deep } from './deep.ts';
import { expectBeyond, expectResults, heldAt, letArrive, progressOf } from './liveRun.ts';
import { pressOn } from './tabStops.ts';
import { complaintsOf, expectExperiment, openWalk, runWalk, sliderOf } from './walkPage.ts';

test('moving a slider ends the run, and no number of it is shown for the next', async ({ page }) => {
  await openWalk(page, '#f=relu&depth=100&width=8&walks=50000&backend=cpu');
  const ended = page.evaluate(() =>
    window.gradientWalk.run().then(
      () => 'finished',
      (error: Error) => error.message,
    ),
  );
  await expect(page.locator('.progress')).toContainText(/\d of 50.?000 walks/);
  const width = sliderOf(page, 'width');
  await width.focus();
  for (let i = 0; i < 20; i++) await width.press('ArrowRight');
  expect(await ended).toContain('cancelled');
  await expectExperiment(page, { width: 28 });
  await expectBeyond(page, 0);
  const results = await expectResults(page, 'walk', { experiment: { width: 28 } });
  expect(results.lnZ.mean).toHaveLength(101);
  // One step of width 28 has another variance than one of 8; the first entries tell which network was walked.
  const finished = await runWalk(page, { walks: 300 });
  const exact = finished.exact?.variance[100] ?? Number.NaN;
  expect(Math.abs((finished.lnZ.variance[100] ?? 0) / exact - 1)).toBeLessThan(4 * Math.sqrt(2 / 300));
});

test('pause holds, step makes one walk, run goes on, restart begins again', async ({ page }) => {
  await openWalk(page, '#depth=60&width=32&walks=50000&backend=cpu');
  await expectBeyond(page, 0);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.locator('.progress')).toContainText('paused');
  const held = await heldAt(page);
  await letArrive(page);
  expect(await progressOf(page)).toBe(held);
  await page.getByRole('button', { name: 'Step' }).click();
  await expect.poll(() => progressOf(page)).toBe(held + 1);
  await letArrive(page);
  expect(await progressOf(page)).toBe(held + 1);
  await page.getByRole('button', { name: 'Run' }).click();
  await expectBeyond(page, held + 1);
  await page.getByRole('button', { name: 'Pause' }).click();
  const before = await heldAt(page);
  await page.getByRole('button', { name: 'Restart' }).click();
  await expect.poll(() => progressOf(page)).toBeLessThan(before);
});

test('run=0 waits; the buttons of the named gains set them', async ({ page }) => {
  await openWalk(page, '#run=0&f=relu&depth=20&width=16&walks=5&backend=cpu');
  await expect(page.locator('.progress')).toContainText('Waiting for Run');
  await letArrive(page);
  expect(await page.evaluate(() => window.gradientWalk.results())).toBeNull();
  for (const [button, gain] of [
    ['He', 'he'],
    ['paper', 'paper'],
    ['1', 'lecun'],
    ['g/N', 'wrong'],
    ['g*', 'auto'],
  ] as const) {
    await page.getByRole('radio', { name: button, exact: true }).click();
    await expectExperiment(page, { gain });
  }
});

test('dead networks are counted, marked in the figures and said in the sentence', async ({ page }) => {
  await openWalk(page, '#f=relu&width=8&depth=100&walks=200&backend=cpu');
  const results = await runWalk(page);
  expect(results.dead).toBeGreaterThan(0);
  expect(results.final).toHaveLength(results.walks - results.dead);
  expect(results.final.every(Number.isFinite)).toBe(true);
  await expect(page.locator('.sentence')).toContainText('32');
  await expect(page.locator('.end-figure')).toContainText('dead');
});

test('every control can be dragged and typed into without a word in the console', deep, async ({ page }) => {
  const complaints = complaintsOf(page);
  // On the processor: a software adapter would take seconds to compile each choice, which the kernels' own tests do.
  await openWalk(page, '#depth=40&width=16&walks=20&backend=cpu');
  for (const slider of await page.locator('.control-column [role=slider]').all()) {
    const box = await slider.boundingBox();
    if (!box) throw new Error('A slider has no place.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 25, y, { steps: 5 });
    await page.mouse.move(x - 15, y, { steps: 5 });
    await page.mouse.up();
  }
  for (const select of await page.locator('.control-column select:not([aria-label=language])').all()) {
    for (const value of await select
      .locator('option')
      .evaluateAll((all) => all.map((option) => option.getAttribute('value') ?? ''))) {
      await select.selectOption(value);
    }
  }
  const depth = page.getByRole('textbox', { name: 'depth, as a number' });
  await depth.fill('nonsense');
  await pressOn(depth, 'Enter');
  await page.setViewportSize({ width: 700, height: 500 });
  await page.setViewportSize({ width: 1280, height: 720 });
  expect(await runWalk(page, { depth: 10, width: 4, walks: 5, weights: 'gaussian' })).toMatchObject({
    walks: 5,
  });
  expect(complaints.list).toEqual([]);
});

test('numbers of the sentence can be typed; what cannot be taken is said, and a named gain survives a click', async ({
  page,
}) => {
  await openWalk(page, '#depth=40&width=16&walks=20&backend=cpu');
  const sentence = page.locator('.sentence');
  const type = async (number: number, text: string) => {
    await sentence.locator('.scrub').nth(number).click();
    const field = sentence.locator('.scrub-input');
    await expect(field).toBeFocused();
    await page.keyboard.type(text);
    await pressOn(field, 'Enter');
    await expect(field).toHaveCount(0);
  };
  await type(0, '5000');
  await expect(sentence).toContainText('5000 is above the largest, 1000; 1000 is used.');
  await type(1, 'wide');
  await expect(sentence).toContainText('“wide” is not a number; 16 stays.');
  await type(2, '');
  await expectExperiment(page, { depth: 1000, width: 16, gain: 'auto' });
});
