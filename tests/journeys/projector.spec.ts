import { expect, type Page, test } from '@playwright/test';
import { sweepNames } from '#experiment/schema/scaleRows.ts';
import { deepUnless } from './deep.ts';
import { expectNoScroll, openWalk, run } from './walkPage.ts';

/** The smallest type that the last row can read, in px at 1280 x 720. */
const smallestPx = 24;

/** Words in sight below the smallest size, with their size in px. */
function smallWords(page: Page): Promise<readonly string[]> {
  return page.evaluate((smallest) => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement | SVGElement>('#root *')) {
      const isWord = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      const isField = element.matches('select, input:not([type=radio], [type=checkbox])');
      if (!(isWord || isField) || !element.checkVisibility({ visibilityProperty: true })) continue;
      // What only a screen reader has, and what a list holds that is not open.
      if (element.closest('.visually-hidden, .skip-link, option, math')) continue;
      const px = Number.parseFloat(getComputedStyle(element).fontSize);
      if (px < smallest) found.push(`${px} ${element.tagName} ${element.textContent}`);
    }
    return found;
  }, smallestPx);
}

for (const { view, shown } of [
  { view: 'f=relu&depth=30&width=8&walks=20', shown: '.walk-figure svg text' },
  { view: 'view=train&depth=3&width=8&steps=5&batch=8', shown: '.loss-figure svg text' },
  { view: 'view=scale&sweep=gain&depth=20&width=8&run=0', shown: '.main-figure svg text' },
  { view: 'view=learn&lesson=4&run=0', shown: '.prediction' },
]) {
  test(
    `no word on a projector’s page is below 24 px at 1280 x 720: ${view}`,
    deepUnless(view.startsWith('f=')),
    async ({ page }) => {
      await openWalk(page, `#${view}&theme=projector&backend=cpu`);
      await expect(page.locator(shown).first()).toBeVisible();
      await expectNoScroll(page);
      // What arrives late, such as the end's own words, is measured too.
      await expect.poll(() => smallWords(page)).toEqual([]);
    },
  );
}

/** Names in a sweep's figures that lie on a measured point, and how high each figure's drawing is, px; what is in sight. */
function sweptFigures(page: Page) {
  return page.evaluate(() => {
    const covered: string[] = [];
    const heights: number[] = [];
    for (const svg of document.querySelectorAll<SVGSVGElement>('.sweep-figures svg[aria-label]')) {
      if (!svg.checkVisibility()) continue;
      const boxesOf = (marks: string) =>
        [...svg.querySelectorAll(marks)].map((mark) => mark.getBoundingClientRect());
      const dots = boxesOf('circle.dot');
      // From the highest number at the left axis to the bottom axis.
      const [axis] = boxesOf('g.x');
      heights.push((axis?.top ?? 0) - Math.min(...boxesOf('g.y text').map(({ top }) => top)));
      for (const text of svg.querySelectorAll('g.labels text')) {
        const box = text.getBoundingClientRect();
        // Without the room for a descender that few names need.
        const bottom = box.bottom - 0.2 * box.height;
        const top = box.top + 0.2 * box.height;
        const isOn = dots.some(
          (dot) => dot.left < box.right && dot.right > box.left && dot.top < bottom && dot.bottom > top,
        );
        if (isOn) covered.push(text.textContent ?? '');
      }
    }
    return { covered, heights };
  });
}

for (const sweep of sweepNames) {
  test(
    `a sweep on a projector’s page has room for its points, and no name lies on one: ${sweep}`,
    deepUnless(sweep === 'gain'),
    async ({ page }) => {
      const small = 'f=relu&depth=20&width=8&walks=30&sampler=free&data=spirals&steps=2&batch=8&rate=0.01';
      await openWalk(page, `#view=scale&sweep=${sweep}&${small}&theme=projector&backend=wasm&run=0`);
      await run(page, 'scale');
      // All of it at once: a figure that is not drawn yet covers nothing either.
      await expect(async () => {
        const { covered, heights } = await sweptFigures(page);
        expect(covered).toEqual([]);
        // Less than four lines of type would be no figure.
        expect(Math.max(...heights)).toBeGreaterThan(96);
      }).toPass();
      await expectNoScroll(page);
    },
  );
}
