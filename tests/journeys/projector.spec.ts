import { expect, type Page, test } from '@playwright/test';
import { deepUnless } from './deep.ts';
import { expectNoScroll, openWalk } from './walkPage.ts';

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
