import { expect, type Page, test } from '@playwright/test';
import { measuredText, numberText } from '#plots/numberText.ts';
import { expectAccessible, expectContrast } from './accessible.ts';
import { deepUnless } from './deep.ts';
import { cellsOf, openTable } from './readTable.ts';
import { complaintsOf, openWalk, run, runTraining, runWalk, turnTo } from './walkPage.ts';

/** What the figures in sight are called. */
const figuresOf = (page: Page): Promise<string[]> =>
  page
    .locator('figure .figure-menu > button:visible')
    .evaluateAll((all) => all.map((button) => (button.ariaLabel ?? '').replace('Read or save ', '')));

/** Where the parts of the page stand. */
const placesOf = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.header, .control, .sentence, figure, .numbers'), (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left, top, width, height];
    }),
  );

/** A number as `numberText` writes it, read again; of `a ± b` the first. */
const numberOf = (text = '') => Number(text.split(' ± ')[0]?.replace('\u2212', '-'));

/**
 * Reads every figure's table by keys: it is in sight, says numbers, can be scrolled, and moves nothing; then the focus is
 * back. Returns what was read, by figure.
 */
async function readAll(page: Page): Promise<ReadonlyMap<string, string[][]>> {
  const read = new Map<string, string[][]>();
  for (const figure of await figuresOf(page)) {
    const button = page.getByRole('button', { name: `Read or save ${figure}`, exact: true });
    await button.scrollIntoViewIfNeeded();
    const before = await placesOf(page);
    const panel = await openTable(page, figure);
    await expect(panel.locator('tbody tr').first(), figure).toBeVisible();
    const cells = await cellsOf(panel);
    expect(Number.isFinite(numberOf(cells[1]?.[0])), `${figure}: ${cells[1]}`).toBe(true);
    // Every column has a name for people.
    for (const name of cells[0] ?? []) expect(name, figure).not.toMatch(/[a-z][A-Z]|^$/);
    expect(await placesOf(page), figure).toEqual(before);
    const inside = await panel.boundingBox();
    const { width = 0, height = 0 } = page.viewportSize() ?? {};
    expect(inside?.x, figure).toBeGreaterThanOrEqual(0);
    expect(inside?.y, figure).toBeGreaterThanOrEqual(0);
    expect((inside?.x ?? 0) + (inside?.width ?? width), figure).toBeLessThanOrEqual(width);
    expect((inside?.y ?? 0) + (inside?.height ?? height), figure).toBeLessThanOrEqual(height);
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(button).toBeFocused();
    read.set(figure, cells);
  }
  return read;
}

test('every figure’s table is opened by keys and has the numbers of results(): the walk', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openWalk(page, '#f=relu&depth=20&width=8&walks=30&backend=cpu&run=0');
  const { lnZ, theory } = await runWalk(page);
  await expect(page.locator('.progress')).toContainText('30 of 30 walks');
  const read = await readAll(page);
  expect([...read.keys()].sort()).toEqual([
    'drift against gain',
    'how the walks end',
    'the variance',
    'the walk',
  ]);
  const [, ...walk] = read.get('the walk') ?? [];
  expect(walk.map(([layer]) => Number(layer))).toEqual(lnZ.mean.map((_, layer) => layer));
  expect(walk.map((row) => row[1])).toEqual(
    lnZ.mean.map((mean, layer) => measuredText(mean, lnZ.stderrMean[layer] ?? 0)),
  );
  const [, ...variance] = read.get('the variance') ?? [];
  expect(variance.map((row) => numberOf(row[2]))).toEqual(
    theory?.variance?.map((value) => Number(numberText(value, 4))),
  );
  // Keys scroll it, and it goes on while a run goes on.
  const panel = await openTable(page, 'the walk');
  await page.keyboard.press('End');
  await expect
    .poll(() => panel.locator('.table-scroll').evaluate((part) => part.scrollTop))
    .toBeGreaterThan(0);
  await runWalk(page, { depth: 5 });
  await expect(panel.locator('tbody tr')).toHaveCount(6);
  await page.emulateMedia({ media: 'print' });
  await expect(panel).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);

  await turnTo(page, '#f=relu&depth=20&width=8&walks=30&backend=cpu&run=0&hide=table');
  await page.getByRole('button', { name: 'Read or save the walk' }).press('Enter');
  await expect(page.getByRole('menuitem')).toHaveCount(4);
  expect(complaints.list).toEqual([]);
});

test('every figure’s table is opened by keys: training and its answers', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openWalk(page, '#view=train&f=tanh&depth=6&width=8&batch=8&steps=30&backend=cpu&run=0');
  const { loss, heldOut } = await runTraining(page).then((results) => ({
    loss: results.loss,
    heldOut: results.testAccuracy,
  }));
  await expect(page.locator('.train-progress')).toContainText('30 of 30 steps');
  const read = await readAll(page);
  expect(read.size).toBe(8);
  const last = read.get('the loss')?.at(-1) ?? [];
  expect([numberOf(last[0]), last[1]]).toEqual([30, numberText(Number(loss[29]?.toPrecision(4)), 4)]);
  expect(read.get('the accuracy')?.at(-1)?.[2]).toBe(numberText(Number(heldOut?.toPrecision(4)), 4));
  await page.getByRole('radio', { name: 'Answers by class' }).check();
  await expect(page.locator('.confusion-figure svg a').first()).toBeVisible();
  expect((await readAll(page)).get('the answers by class')).toHaveLength(11);
  expect(complaints.list).toEqual([]);
});

test('every figure’s table is opened by keys: a sweep', async ({ page }) => {
  await openWalk(page, '#view=scale&sweep=gain&depth=20&width=8&walks=30&backend=cpu&run=0');
  const { columns, rows } = await run(page, 'scale');
  await expect(page.locator('.progress')).toContainText('18 of 18 points');
  const gain = columns.indexOf('gain');
  for (const [figure, [, ...cells]] of await readAll(page))
    expect(
      cells.map(([text]) => numberOf(text)),
      figure,
    ).toEqual(rows.map((row) => Number(numberText(Number(row[gain]?.toPrecision(4)), 4))));
});

for (const [theme, width, height] of [
  ['light', 1280, 720],
  ['dark', 1280, 720],
  ['projector', 1280, 720],
  ['light', 390, 844],
] as const)
  test(
    `axe finds nothing in a figure’s table: ${theme}, ${width} x ${height}`,
    deepUnless(theme === 'light' && width === 1280),
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      await openWalk(page, `#f=relu&depth=30&width=8&walks=20&backend=cpu&theme=${theme}`);
      await runWalk(page);
      await openTable(page, 'the walk');
      await (theme === 'light' ? expectAccessible : expectContrast)(page);
    },
  );
