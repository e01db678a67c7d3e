import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Off in axe unless asked for: targets of 24 px, or as far from one another (WCAG 2.2 AA, 2.5.8). */
const targetSize = 'target-size';

/** Expects that axe finds no violation of any weight; of some rules, where only those may differ. */
async function expectClean(page: Page, part: string, rules: readonly string[] | null): Promise<void> {
  // Its half a megabyte is sent and compiled once a page, not once a look.
  const isThere = await page.evaluate(() => 'axe' in window);
  // Legacy: no second page, which only pages with frames need.
  const axe = new AxeBuilder(isThere ? { page, axeSource: ';' } : { page })
    .include(part)
    .setLegacyMode()
    // One node of every rule that passes is enough to know that it was tried.
    .options({ resultTypes: ['violations'], rules: { [targetSize]: { enabled: true } } });
  const { violations, passes } = await (rules === null ? axe : axe.withRules([...rules])).analyze();
  expect(passes.length, `rules that axe tried on ${part}`).toBeGreaterThan(0);
  expect(violations.map(({ id, nodes }) => [part, id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Expects no violation of any of axe's rules within a part of the page, `target-size` among them: once for each part. */
export const expectAccessible = (page: Page, part = 'html') => expectClean(page, part, null);

/** Expects that every word can be read and every target be hit: all that another theme changes. */
export const expectContrast = (page: Page, part = 'html') =>
  expectClean(page, part, ['color-contrast', targetSize]);
