import { expect, test } from '@playwright/test';
import type { WalkResults } from '#run/walk/walkResults.ts';
import { complaintsOf, openWalk, runWalk, sliderOf } from './walkPage.ts';

test('moving a slider ends the run, and no number of it is shown for the next', async ({ page }) => {
  await openWalk(page, '#f=relu&depth=300&width=64&walks=5000');
  const ended = page.evaluate(() =>
    window.gradientWalk.run().then(
      () => 'finished',
      (error: Error) => error.message,
    ),
  );
  await expect(page.locator('.progress')).toContainText(/\d of 5.?000 walks/);
  const width = sliderOf(page, 'width');
  await width.focus();
  for (let i = 0; i < 20; i++) await width.press('ArrowRight');
  expect(await ended).toContain('cancelled');
  await page.waitForFunction(() => ((window.gradientWalk.results() as WalkResults | null)?.walks ?? 0) > 0);
  const results = await page.evaluate(() => window.gradientWalk.results() as WalkResults | null);
  expect(results?.experiment.width).toBe(84);
  expect(results?.lnZ.mean).toHaveLength(301);
  // One step of width 84 has another variance than one of 64; the first entries tell which network was walked.
  const finished = await runWalk(page, { walks: 300 });
  const exact = finished.exact?.variance[300] ?? Number.NaN;
  expect(Math.abs((finished.lnZ.variance[300] ?? 0) / exact - 1)).toBeLessThan(4 * Math.sqrt(2 / 300));
});

test('pause holds, step makes one walk, run goes on, restart begins again', async ({ page }) => {
  await openWalk(page, '#depth=60&width=32&walks=4000');
  const walks = () => page.evaluate(() => (window.gradientWalk.results() as WalkResults | null)?.walks ?? 0);
  await expect.poll(walks).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.locator('.progress')).toContainText('paused');
  await page.waitForTimeout(300);
  const held = await walks();
  await page.waitForTimeout(300);
  expect(await walks()).toBe(held);
  await page.getByRole('button', { name: 'Step' }).click();
  await expect.poll(walks).toBe(held + 1);
  await page.getByRole('button', { name: 'Run' }).click();
  await expect.poll(walks).toBeGreaterThan(held + 1);
  await page.getByRole('button', { name: 'Restart' }).click();
  await expect.poll(walks).toBeLessThan(held);
});

test('run=0 waits; the buttons of the named gains set them', async ({ page }) => {
  await openWalk(page, '#run=0&f=relu&depth=20&width=16&walks=5');
  expect(await page.evaluate(() => window.gradientWalk.results() as WalkResults | null)).toBeNull();
  await expect(page.locator('.progress')).toContainText('Waiting for Run');
  for (const [button, gain] of [
    ['He', 'he'],
    ['paper', 'paper'],
    ['1', 'lecun'],
    ['g/N', 'wrong'],
    ['g*', 'auto'],
  ] as const) {
    await page.getByRole('radio', { name: button, exact: true }).click();
    expect(await page.evaluate(() => window.gradientWalk.experiment().gain)).toBe(gain);
  }
});

test('dead networks are counted, marked in the figures and said in the sentence', async ({ page }) => {
  await openWalk(page, '#f=relu&width=8&depth=100&walks=200');
  const results = await runWalk(page);
  expect(results.dead).toBeGreaterThan(0);
  expect(results.final).toHaveLength(results.walks - results.dead);
  expect(results.final.every(Number.isFinite)).toBe(true);
  await expect(page.locator('.sentence')).toContainText('32');
  await expect(page.locator('.end-figure')).toContainText('dead');
});

test('every control can be dragged and typed into without a word in the console', async ({ page }) => {
  const complaints = complaintsOf(page);
  // On the processor: a software adapter would take seconds to compile each choice, which the kernels' own tests do.
  await openWalk(page, '#depth=40&width=16&walks=20&backend=cpu', 'cpu');
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
  await page.getByRole('textbox', { name: 'depth, as a number' }).fill('nonsense');
  await page.keyboard.press('Enter');
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
  await openWalk(page, '#depth=40&width=16&walks=20');
  const sentence = page.locator('.sentence');
  await sentence.locator('.scrub').first().click();
  await page.keyboard.type('5000');
  await page.keyboard.press('Enter');
  await expect(sentence).toContainText('5000 is above the largest, 1000; 1000 is used.');
  await sentence.locator('.scrub').nth(1).click();
  await page.keyboard.type('wide');
  await page.keyboard.press('Enter');
  await expect(sentence).toContainText('“wide” is not a number; 16 stays.');
  await sentence.locator('.scrub').nth(2).click();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => window.gradientWalk.experiment())).toMatchObject({
    depth: 1000,
    width: 16,
    gain: 'auto',
  });
});
