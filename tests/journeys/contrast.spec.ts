import { expect, type Page, test } from '@playwright/test';
import { deep } from './deep.ts';
import { marksOf, saved } from './savedFigure.ts';
import { complaintsOf, expectExperiment, openWalk } from './walkPage.ts';

/** Pixels with ink on the canvas under the walk's own. */
const inkBeneath = (page: Page) =>
  page
    .locator('.walk-figure canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return Array.from(pixels).filter((value, i) => i % 4 === 3 && value > 0).length;
    });

const walkWords = (page: Page) => page.locator('.walk-figure svg[role=img]');
const varianceWords = (page: Page) => page.locator('.variance-figure svg[role=img]');

test(
  'one switch lays walks of new matrices under those of one matrix, and the other way round, and takes them away',
  deep,
  async ({ page }) => {
    const complaints = complaintsOf(page);
    await openWalk(page, '#depth=40&width=8&walks=20&gain=1&tied=1&backend=cpu');
    const both = page.getByRole('checkbox', { name: 'new and tied' });
    const canvases = page.locator('.walk-figure canvas');
    await expect(canvases).toHaveCount(1);
    await both.check();
    await expectExperiment(page, { contrast: 1 });
    await expect(page).toHaveURL(/contrast=1/);
    await expect(walkWords(page)).toContainText('new matrices');
    await expect(varianceWords(page)).toContainText('new matrices, measured ± SE');
    await expect.poll(() => inkBeneath(page)).toBeGreaterThan(100);
    // The saved figure has both: 20 walks on top of 20.
    const svg = await saved(page, 'the walk', 'SVG');
    expect(await marksOf(page, svg, ['path.walk'])).toEqual([40]);

    await page.getByRole('checkbox', { name: 'tied weights' }).uncheck();
    await expect(varianceWords(page)).toContainText('one matrix, measured ± SE');
    await expect(walkWords(page)).toContainText('one matrix');

    await both.uncheck();
    await expect(page).not.toHaveURL(/contrast/);
    await expect(walkWords(page)).not.toContainText('one matrix');
    await expect(varianceWords(page)).not.toContainText('one matrix');
    await expect.poll(() => inkBeneath(page)).toBe(0);
    await expect(page.locator('.variance-figure .beneath')).toHaveCount(0);
    expect(complaints.list).toEqual([]);
  },
);

test('a link that asks for both kinds opens on them, in German too', async ({ page }) => {
  await openWalk(page, '#depth=40&width=8&walks=20&gain=1&tied=1&contrast=1&lang=de&backend=cpu');
  await expect(page.getByRole('checkbox', { name: 'neu und geteilt' })).toBeChecked();
  await expect(varianceWords(page)).toContainText('neue Matrizen, gemessen ± SE');
});
