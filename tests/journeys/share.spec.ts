import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { deep } from './deep.ts';
import { expectResults } from './liveRun.ts';
import { columnsOf, marksOf, saved } from './savedFigure.ts';
import { complaintsOf, expectExperiment, openWalk, runWalk, setKeys } from './walkPage.ts';

const small = '#f=relu&depth=60&width=8&walks=40&seed=3&backend=cpu';

/** What is on paper: figures, sentence and link in ink on white, and no controls. */
async function expectPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.side', '.view-tabs', '.figure-menu >> nth=0', '.badge']) {
    await expect(page.locator(gone)).toBeHidden();
  }
  for (const there of ['.walk-figure', '.end-figure', '.sentence', '.print-link']) {
    await expect(page.locator(there)).toBeVisible();
  }
  await expect(page.locator('.print-link')).toContainText('depth=60');
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
}

test(
  'saved figures hold the marks of the page, their numbers are the results, and a dark page prints in ink',
  deep,
  async ({ page }) => {
    const complaints = complaintsOf(page);
    await openWalk(page, `${small}&theme=dark`);
    const results = await runWalk(page);
    expect(results.dead).toBeGreaterThan(0);
    await expect(page.locator('.progress')).toContainText('40 of 40 walks');
    const link = page.url();

    const walk = await saved(page, 'the walk', 'SVG');
    const wanted = ['path.walk', 'path.death', 'g.envelope path', 'g.means path', 'image', 'desc'];
    expect(await marksOf(page, walk, wanted)).toEqual([40, results.dead, 4, 3, 0, 1]);
    expect(walk).toContain(link.replaceAll('&', '&amp;'));
    const end = await saved(page, 'how the walks end', 'SVG');
    const bars = await page.locator('.end-figure g.histogram rect').count();
    expect(await marksOf(page, end, ['g.histogram rect', 'g.density path'])).toEqual([bars, 1]);

    const means = columnsOf(await saved(page, 'the walk', 'CSV'));
    expect(means.get('mean')).toEqual(results.lnZ.mean);
    expect(means.get('exactMean')).toEqual(results.exact?.mean);
    const { rows, columns } = JSON.parse(await saved(page, 'the variance', 'JSON'));
    const at = columns.indexOf('variance');
    expect(rows.map((row: number[]) => row[at])).toEqual(results.lnZ.variance);
    const ends = columnsOf(await saved(page, 'how the walks end', 'CSV')).get('lnZ');
    expect(ends?.filter((value) => value !== null)).toEqual(results.final);

    const png = await saved(page, 'the walk', 'PNG');
    expect(png.slice(1, 4)).toBe('PNG');
    await expectPaper(page);
    expect(complaints.list).toEqual([]);
  },
);

test('a link made for a class leaves out what was ticked, and one button brings it back', async ({
  page,
}) => {
  await openWalk(page, small);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog');
  for (const name of ['depth', 'gain', 'Run buttons', 'variance figure', 'numbers', 'other pages']) {
    await dialog.getByRole('checkbox', { name, exact: true }).check();
  }
  const link = await dialog.getByRole('textbox', { name: 'Link of this experiment' }).inputValue();
  expect(link).toMatch(/&hide=depth,gain,run,tabs,readouts,variance$/);
  await expect(dialog).toContainText(`${link.length} bytes`);
  await dialog.getByRole('button', { name: 'Show it here' }).click();
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();
  await expect(page).toHaveURL(link);
  await expect(page.getByRole('slider', { name: 'depth' })).toHaveCount(0);
  await expect(page.getByRole('slider', { name: 'gain' })).toHaveCount(0);
  await expect(page.locator('.sentence')).toContainText('60 layers deep');
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(0);
  for (const gone of ['.variance-figure', '.readouts', '.view-tabs']) {
    await expect(page.locator(gone)).toBeHidden();
  }
  await expect(page.getByRole('slider', { name: 'width' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'All controls' }).click();
  await expect(page.locator('.variance-figure')).toBeVisible();
  await expect(page).not.toHaveURL(/hide=/);
});

/** Drops a file of some text on the page. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName = '', content = '']) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

test('what is cited is the link as it stands, in words and in BibTeX, and a button copies it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWalk(page, small);
  await page.getByRole('button', { name: 'Share' }).click();
  const cite = page.locator('.cite');
  await page.getByRole('checkbox', { name: 'depth', exact: true }).check();
  const link = await page.getByRole('textbox', { name: 'Link of this experiment' }).inputValue();
  expect(link).toMatch(/&hide=depth$/);
  for (const [i, name] of ['In a list', 'BibTeX'].entries()) {
    const button = cite.getByRole('button').nth(i);
    await button.click();
    await expect(button).toHaveText('Copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await cite.getByRole('textbox', { name }).inputValue());
    expect(copied).toContain(link);
  }
});

test('an experiment saved to a file and dropped on the page walks the same walks; a bad file changes nothing', async ({
  page,
}) => {
  await openWalk(page, small);
  const first = await runWalk(page);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('checkbox', { name: 'with its results' }).check();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save experiment' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(JSON.parse(text).results.final).toEqual(first.final);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await setKeys(page, { depth: 12, f: 'linear', walks: 4 });
  await drop(page, 'notes.txt', 'depth=99');
  await expect(page.getByRole('status').first()).toContainText('notes.txt is not an experiment file');
  await expectExperiment(page, { depth: 12 });
  await drop(page, 'walk.json', text);
  const again = await expectResults(page, 'walk', { walks: 40, experiment: { depth: 60, f: 'relu' } });
  expect(again.final).toEqual(first.final);
  await expect(page.getByRole('status')).toHaveCount(0);
});
