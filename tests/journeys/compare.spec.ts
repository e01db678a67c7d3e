import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { columnsOf } from './savedFigure.ts';
import {
  complaintsOf,
  expectExperiment,
  expectReady,
  openWalk,
  runTraining,
  runWalk,
  setKeys,
} from './walkPage.ts';

const link = '#f=relu&depth=40&width=16&walks=60&seed=3&backend=cpu&pins=gain:he,width:64';

/** ln Z at the end of every walk of each experiment that is compared with, once all are there. */
async function pinnedFinals(page: Page, walks: number): Promise<readonly (readonly number[])[]> {
  const results = () => page.evaluate(() => window.gradientWalk.pins());
  await expect(async () => {
    for (const { results: one } of await results()) expect(one).toMatchObject({ walks });
  }).toPass();
  return (await results()).map(({ results: one }) => (one?.kind === 'walk' ? one.final : []));
}

const names = (page: Page) => page.locator('.walk-figure g.pinNames text').allTextContents();

test('a link compares with the same walks wherever it is opened; they are drawn, named, sorted, saved, opened and removed', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openWalk(page, link);
  const own = await runWalk(page);
  const finals = await pinnedFinals(page, 60);
  expect(finals.map((final) => final.length)).toEqual([60, 60]);
  expect(finals[0]).not.toEqual(finals[1]);
  await expect.poll(() => names(page)).toEqual(['gain He 1.414', '64 wide']);
  await expect(page.locator('.walk-figure g.pins path')).toHaveCount(6);
  await expect(page.locator('.end-figure g.pins path')).toHaveCount(2);
  await expect(page.locator('.variance-figure g.pins path')).toHaveCount(2);
  await expect(page.locator('.compare-sentence')).toHaveText(
    /divided by \S+ here, \S+ \(gain He 1\.414\), \S+ \(64 wide\)\./,
  );
  const underlines = await page
    .locator('.compare-sentence .dashed')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundImage));
  expect(underlines).toEqual([
    expect.stringMatching(/ 9px.* 13px/),
    expect.stringMatching(/ 2\.5px.* 5\.5px/),
  ]);

  // Anywhere else the same three curves, bit for bit.
  await page.goto('about:blank');
  await openWalk(page, link);
  expect((await runWalk(page)).final).toEqual(own.final);
  expect(await pinnedFinals(page, 60)).toEqual(finals);

  await page.locator('summary', { hasText: 'Compare (2)' }).click();
  const rows = page.locator('.compare-table tbody th');
  await expect(rows).toHaveText(['here', 'gain He 1.414', '64 wide']);
  await expectAccessible(page, '.compare');
  await page.locator('.compare-table').getByRole('button', { name: 'variance per layer' }).click();
  await expect(page.locator('.compare-table th[aria-sort=descending]')).toHaveText('variance per layer ↓');
  // A quarter of the variance at four times the width.
  await expect(rows.last()).toHaveText('64 wide');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  const saved = columnsOf(readFileSync(await (await download).path(), 'utf8'));
  expect(saved.get('walks')).toEqual([60, 60, 60]);
  expect(saved.get('slope')?.every((value) => Number(value) > 0)).toBe(true);

  await page.getByRole('button', { name: /^Open 64 wide/ }).click();
  await expectExperiment(page, { width: 64, gain: 'auto', depth: 40 });
  await expect(page).toHaveURL(/width=64.*pins=width:16:gain:he,width:16$/);
  await page.getByRole('button', { name: /^Remove 16 wide, gain He|^Remove gain He/ }).click();
  await expect(page).toHaveURL(/pins=width:16$/);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page).toHaveURL(/pins=width:16,same$/);
  await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: 'He’s gain or g*' }).click();
  await expect(page).toHaveURL(/pins=width:16,same,gain:he$/);
  expect(complaints.list).toEqual([]);
});

/** The losses of every training that is compared with, once all are done. */
async function pinnedLosses(page: Page, steps: number): Promise<readonly (readonly number[])[]> {
  const losses = () =>
    page.evaluate(async () => {
      const pins = await window.gradientWalk.pins();
      return pins.map(({ results }) => (results?.kind === 'train' ? results.loss : []));
    });
  await expect(async () =>
    expect((await losses()).map(({ length }) => length)).toEqual([steps, steps]),
  ).toPass();
  return losses();
}

test('trainings are compared as walks are: made again from a link, drawn, told, and kept as they are when another is begun', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  const training =
    '#view=train&data=spirals&f=tanh&depth=4&width=8&steps=40&rate=0.05&seed=5&run=0&backend=cpu';
  await page.goto(`./${training}&pins=gain:he,width:16`);
  await expectReady(page, 'cpu');
  const own = await runTraining(page);
  const losses = await pinnedLosses(page, 40);
  expect(losses[0]).not.toEqual(losses[1]);
  await expect(page.locator('.loss-figure g.pinNames text')).toHaveText(['gain He 1.414', '16 wide']);
  await expect(page.locator('.loss-figure g.pins path')).toHaveCount(2);
  await expect(page.locator('.layer-figure g.pins path')).toHaveCount(6);
  await expect(page.locator('.compare-sentence')).toHaveText(
    /loss is \S+ here, \S+ \(gain He 1\.414\), \S+ \(16 wide\)\./,
  );
  await page.locator('summary', { hasText: 'Compare (2)' }).click();
  await expect(page.locator('.compare-table tbody th')).toHaveText(['here', 'gain He 1.414', '16 wide']);
  await expectAccessible(page, '.compare');

  // What is on the screen is kept without being trained again, to the last bit.
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await setKeys(page, { depth: 3, run: 1 });
  const kept = () =>
    page.evaluate(async () => {
      const { results } = (await window.gradientWalk.pins())[2] ?? {};
      return results?.kind === 'train' ? results.loss : [];
    });
  expect(await kept()).toEqual(own.loss);
  expect(complaints.list).toEqual([]);
});
