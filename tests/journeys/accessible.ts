import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Expects that axe finds no violation of any weight; of one rule, where only that one may differ. */
async function expectClean(page: Page, part: string, rule: string | null): Promise<void> {
  // Its half a megabyte is sent and compiled once a page, not once a look.
  const isThere = await page.evaluate(() => 'axe' in window);
  // Legacy: no second page, which only pages with frames need.
  const axe = new AxeBuilder(isThere ? { page, axeSource: ';' } : { page })
    .include(part)
    .setLegacyMode()
    // One node of every rule that passes is enough to know that it was tried.
    .options({ resultTypes: ['violations'] });
  const { violations, passes } = await (rule === null ? axe : axe.withRules(rule)).analyze();
  expect(passes.length, `rules that axe tried on ${part}`).toBeGreaterThan(0);
  expect(violations.map(({ id, nodes }) => [part, id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Expects no violation of any of axe's rules within a part of the page: once for each part. */
export const expectAccessible = (page: Page, part = 'html') => expectClean(page, part, null);

/** Expects that every word can be read: all that another theme changes. */
export const expectContrast = (page: Page, part = 'html') => expectClean(page, part, 'color-contrast');
