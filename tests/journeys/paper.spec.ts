import { expect, test } from '@playwright/test';
import jsQR from 'jsqr';
import { openWalk, runWalk } from './walkPage.ts';

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
