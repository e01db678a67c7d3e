import { expect, type Page, test } from '@playwright/test';
import { deep } from './deep.ts';
import { columnsOf, marksOf, saved } from './savedFigure.ts';
import { complaintsOf, openWalk, run, runTraining, runWalk } from './walkPage.ts';

/** What figures are drawn with. */
const marks = ['path', 'line', 'rect', 'circle', 'text', 'image'];

/** What the figures on the page are called. */
async function figuresOf(page: Page): Promise<readonly string[]> {
  const names = await page
    .locator('figure .figure-menu > button')
    .evaluateAll((all) => all.map((button) => button.getAttribute('aria-label') ?? ''));
  return names.map((name) => name.replace('Read or save ', ''));
}

/** Marks of a figure as it stands, without those of its menu; and whether a canvas lies under them. */
function drawnMarks(page: Page, figure: string) {
  return page.getByRole('button', { name: `Read or save ${figure}`, exact: true }).evaluate(
    (button, wanted) => {
      const whole = button.closest('figure');
      const drawing = whole?.querySelector('svg:not(.figure-menu svg)');
      return {
        counts: wanted.map((selector) => drawing?.querySelectorAll(selector).length ?? 0),
        isOnCanvas: whole?.querySelector('canvas') !== null,
      };
    },
    [...marks],
  );
}

/** Saves every figure of the page as SVG and expects the marks that stand on the page; more, where a canvas is drawn in vectors. */
async function expectSameMarks(page: Page): Promise<readonly string[]> {
  const figures = await figuresOf(page);
  for (const figure of figures) {
    const { counts, isOnCanvas } = await drawnMarks(page, figure);
    const found = await marksOf(page, await saved(page, figure, 'SVG'), marks);
    // The sheet of paper is a rectangle more.
    const without = found.map((count, i) => (marks[i] === 'rect' ? count - 1 : count));
    if (!isOnCanvas) {
      expect(Math.max(...counts), figure).toBeGreaterThan(2);
      expect(without, figure).toEqual(counts);
    }
    for (const [i, count] of without.entries()) expect(count, figure).toBeGreaterThanOrEqual(counts[i] ?? 0);
    if (isOnCanvas) {
      const drawnOnPage = counts.reduce((sum, count) => sum + count, 0);
      expect(
        without.reduce((sum, count) => sum + count, 0),
        figure,
      ).toBeGreaterThan(drawnOnPage);
    }
  }
  return figures;
}

const rounded = (values: readonly (number | null)[] | undefined) =>
  values?.filter((value) => value !== null).map(Math.fround);

test('the walk’s figures are saved with the marks that they have', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openWalk(page, '#f=tanh&depth=20&width=8&walks=30&backend=cpu&run=0');
  await runWalk(page);
  await expect(page.locator('.progress')).toContainText('30 of 30 walks');
  expect(await expectSameMarks(page)).toHaveLength(4);
  expect(complaints.list).toEqual([]);
});

test(
  'every figure of the training is saved as it stands, with the numbers of results()',
  deep,
  async ({ page }) => {
    const complaints = complaintsOf(page);
    await openWalk(page, '#view=train&f=tanh&depth=6&width=8&batch=8&steps=30&backend=cpu&run=0');
    const { loss, accuracy, gradientNorms } = await runTraining(page);
    await expect(page.locator('.train-progress')).toContainText('30 of 30 steps');
    expect(await expectSameMarks(page)).toHaveLength(8);
    expect(rounded(columnsOf(await saved(page, 'the loss', 'CSV')).get('loss'))).toEqual(loss);
    expect(rounded(columnsOf(await saved(page, 'the accuracy', 'CSV')).get('accuracy'))).toEqual(accuracy);
    const heat = columnsOf(await saved(page, 'the heat map', 'CSV'));
    for (const [i, step] of gradientNorms.step.entries()) {
      const norms = gradientNorms.perLayer[i] ?? [];
      const back = norms.toReversed().map((norm) => Math.fround((norm ?? 0) - (norms.at(-1) ?? 0)));
      expect(rounded(heat.get(`step${step}`)), `step ${step}`).toEqual(back);
    }
    expect(complaints.list).toEqual([]);
  },
);

test(
  'the figures of a sweep are saved as they stand, with the numbers of results()',
  deep,
  async ({ page }) => {
    const complaints = complaintsOf(page);
    await openWalk(page, '#view=scale&sweep=gain&depth=20&width=8&walks=30&backend=cpu&run=0');
    const results = await run(page, 'scale');
    await expect(page.locator('.progress')).toContainText('18 of 18 points');
    const figures = await expectSameMarks(page);
    expect(figures.length).toBeGreaterThan(1);
    for (const figure of figures) {
      const { columns, rows } = JSON.parse(await saved(page, figure, 'JSON'));
      expect({ columns, rows }).toEqual({ columns: results.columns, rows: results.rows });
      const csv = columnsOf(await saved(page, figure, 'CSV'));
      for (const [i, name] of results.columns.entries()) {
        expect(csv.get(name), name).toEqual(results.rows.map((row) => row[i] ?? null));
      }
    }
    expect(complaints.list).toEqual([]);
  },
);
