import { expect, type Page, test } from '@playwright/test';
import { rgb } from 'd3';
import { openWalk, runWalk } from './walkPage.ts';

/** What the system's contrast theme calls these colours, as the browser resolves them. */
const systemColors = (page: Page) =>
  page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('b'));
    probe.style.forcedColorAdjust = 'none';
    const found = ['Canvas', 'CanvasText', 'LinkText'].map((name) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    });
    probe.remove();
    return found;
  });

const styleOf = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

/** The colour of the walks' most opaque pixel, without its opacity. */
const walkColor = (page: Page) =>
  page
    .locator('.walk-figure canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: new Uint8ClampedArray(),
      };
      let best = 3;
      for (let i = 3; i < data.length; i += 4) if ((data[i] ?? 0) > (data[best] ?? 0)) best = i;
      return Array.from(data.slice(best - 3, best));
    });

test('a contrast theme’s colours are those of axes, walks, slider tracks and focus rings, and follow it', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  // At half the gain every walk vanishes: one colour.
  await openWalk(page, '#f=linear&gain=0.5&depth=30&width=16&walks=40&backend=cpu');
  await runWalk(page);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const [canvas, text, link] = await systemColors(page);
    await expect.poll(() => styleOf(page, '.walk-figure svg text', 'fill')).toBe(text);
    const { r, g, b } = rgb(link ?? '');
    await expect
      .poll(async () =>
        Math.max(...(await walkColor(page)).map((part, i) => Math.abs(part - ([r, g, b][i] ?? 0)))),
      )
      .toBeLessThan(25);
    for (const part of ['.slider-track', '.slider-range', '.slider-thumb', '.progress-line']) {
      expect(await styleOf(page, part, 'background-color'), part).not.toBe(canvas);
    }
    expect(await styleOf(page, '.gain-names [data-state=on], .gain-names button', 'color')).toBe(text);
  }
  const [canvas] = await systemColors(page);
  const slider = page.locator('.control-column').getByRole('slider', { name: 'depth' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveCSS('outline-style', 'solid');
  await expect(slider).not.toHaveCSS('outline-color', canvas ?? '');
});
