import { expect, test } from '@playwright/test';
import jsQR from 'jsqr';
import { openWalk, runTraining, runWalk } from './walkPage.ts';

/** Leaves of a PDF that Chromium wrote: its page objects are not packed. */
const leavesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test('the walk prints on one sheet, with its link and the QR code of it', async ({ page }) => {
  await openWalk(page, '#f=relu&depth=30&width=8&walks=20&theme=dark&backend=cpu');
  await runWalk(page);
  expect(leavesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  await page.emulateMedia({ media: 'print' });
  const link = page.locator('.print-link');
  await expect(link).toContainText('depth=30');
  const { data, sidePx } = await link.evaluate(async (element) => {
    const { content, width } = getComputedStyle(element, '::before');
    const image = new Image();
    image.src = /^url\("(.*)"\)$/.exec(content)?.[1] ?? '';
    await image.decode();
    // As large as it is printed, in dots of a third of a screen's px.
    const side = Math.round(3 * Number.parseFloat(width));
    const canvas = document.createElement('canvas');
    canvas.width = side;
    canvas.height = side;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, side, side);
    return { data: Array.from(context?.getImageData(0, 0, side, side).data ?? []), sidePx: side };
  });
  expect(sidePx).toBeGreaterThan(200);
  expect(jsQR(Uint8ClampedArray.from(data), sidePx, sidePx)?.data).toBe(await link.textContent());
});

test('a lesson prints on one sheet: its words beside its figure, without what one presses', async ({
  page,
}) => {
  await openWalk(page, '#view=learn&lesson=4&backend=cpu');
  await page.getByRole('button', { name: 'Show me' }).click();
  await expect(page.locator('.walk-figure svg path').first()).toBeVisible();
  expect(leavesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.lesson h2')).toBeVisible();
  await expect(page.locator('.page button:visible:not(.help-word)')).toHaveCount(0);
  const [words, figure] = [
    await page.locator('.lesson').boundingBox(),
    await page.locator('.walk-figure').boundingBox(),
  ];
  expect((words?.x ?? 0) + (words?.width ?? 0)).toBeLessThanOrEqual(figure?.x ?? 0);
});

test('on grey paper a training’s curves are told apart by their marks, which their names have too', async ({
  page,
}) => {
  await openWalk(page, '#view=train&f=tanh&depth=2&width=8&batch=8&steps=30&backend=cpu&run=0');
  await runTraining(page);
  for (const figure of ['.loss-figure', '.accuracy-figure']) {
    await expect(page.locator(`${figure} svg text`, { hasText: '○ held out' })).toBeVisible();
    await expect(page.locator(`${figure} svg text`, { hasText: /^training$/ })).toBeVisible();
    await expect(page.locator(`${figure} svg circle`).first()).toBeVisible();
  }
});

test('in grey a heat map’s two ends are told apart by their signs, which its key has too', async ({
  page,
}) => {
  await openWalk(page, '#view=train&f=linear&depth=30&width=8&batch=8&steps=5&backend=cpu&run=0');
  const signs = (kind: string) => page.locator(`.heat-figure g.signs path.${kind}`);
  for (const [gain, there, absent] of [
    [0.5, 'shrunk', 'grown'],
    [2, 'grown', 'shrunk'],
  ] as const) {
    await runTraining(page, { gain });
    await expect(signs(there)).not.toHaveCount(0);
    await expect(signs(absent)).toHaveCount(0);
    await expect(page.locator(`.heat-figure g.key-signs path.${there}`)).toHaveCount(1);
  }
});
