import { expect, test } from '@playwright/test';
import { questionNames } from '#experiment/questions/questionNames.ts';
import { expectAccessible } from './accessible.ts';
import { cellsOf, openTable } from './readTable.ts';
import { complaintsOf, expectExperiment, expectNoScroll, openWalk, turnTo } from './walkPage.ts';

const quiet = 'run=0&backend=cpu';

test('every question has its words, a figure of what was measured, and nothing that axe complains of', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openWalk(page, `#view=findings&${quiet}`);
  for (const [i, question] of questionNames.entries()) {
    await page.getByRole('button', { name: new RegExp(`^Question ${i + 1} of`) }).click();
    await expectExperiment(page, { question });
    await expect(page.locator('.main-figure .dots a').first()).toBeVisible();
    // A point for every number of the figure's table, read off the same answers; a column has its curve's name.
    const title = (await page.locator('.main-figure').getAttribute('aria-label')) ?? '';
    const panel = await openTable(page, title);
    const [names = [], ...rows] = await cellsOf(panel);
    const told = rows.flatMap(([, ...values]) => values).filter((text) => /\d/.test(text)).length;
    await expect(page.locator('.main-figure .dots a')).toHaveCount(told);
    expect(names[0]).not.toBe('');
    for (const name of names.slice(1))
      await expect(page.locator('.main-figure svg text', { hasText: name })).not.toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(page.locator('.lesson')).not.toContainText(/NaN|undefined|none/);
    await expectAccessible(page);
  }
  expect(complaints.list).toEqual([]);
});

test('a point says what it is, and opens the experiment that was trained, in the page’s own theme', async ({
  page,
}) => {
  await openWalk(page, `#view=findings&question=shape&theme=dark&${quiet}`);
  const point = page.locator('.main-figure .dots a[tabindex="0"]');
  await point.focus();
  await expect(page.locator('.readout')).toContainText('2 layers');
  await point.press('Enter');
  await expectExperiment(page, { view: 'train', depth: 2, width: 101, theme: 'dark', seed: 1 });
  await page.goBack();
  await page.getByRole('link', { name: 'Train the best of them here' }).click();
  await expectExperiment(page, { view: 'train', theme: 'dark' });
});

test('another figure and other data are a click away, and a phone shows all of it without scrolling sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWalk(page, `#view=findings&${quiet}`);
  await page.getByRole('radio', { name: 'ReLU, Gaussian' }).check();
  await expect(page.locator('.main-figure > svg')).toHaveAttribute('aria-label', /ReLU/);
  await page.getByRole('radio', { name: 'MNIST' }).check();
  await expect(page).toHaveURL(/data=mnist/);
  await expect(page.locator('.main-figure .dots a').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await turnTo(page, `#view=findings&question=time&${quiet}`);
  await expect(page.locator('.main-figure .dots a').first()).toBeVisible();
});

test('the view fits the design’s window, and a program is told that nothing runs', async ({ page }) => {
  await openWalk(page, `#view=findings&${quiet}`);
  await expect(page.locator('.main-figure .dots a').first()).toBeVisible();
  await expectNoScroll(page);
  const answer = page.evaluate(() => window.gradientWalk.run().catch((error: Error) => error.message));
  expect(await answer).toBe('The findings view runs nothing.');
  expect(await page.evaluate(() => window.gradientWalk.results())).toBeNull();
});
