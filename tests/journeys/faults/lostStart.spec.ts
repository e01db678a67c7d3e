import { expect, test } from '@playwright/test';
import { deepUnless } from '../deep.ts';
import { losePart } from './losePart.ts';

const quiet = 'run=0&backend=cpu';

/** What must come before anything stands, by the page's language. */
const first = [
  { file: /^index-.*\.js$/, lang: 'en', said: 'could not be loaded' },
  { file: /^page-.*\.js$/, lang: 'de', said: 'ließ sich nicht laden' },
  { file: /^page-.*\.css$/, lang: 'en', said: 'could not be loaded' },
  { file: /^first-.*\.js$/, lang: 'en', said: 'could not be loaded' },
  { file: /^first-.*\.css$/, lang: 'en', said: 'could not be loaded' },
  { file: /^dictionary-.*\.js$/, lang: 'de', said: 'ließ sich nicht laden' },
];

for (const { file, lang, said } of first) {
  test(
    `${file.source} lost before the page stands: said in ${lang}, and Try again opens it`,
    deepUnless(lang === 'de'),
    async ({ page }) => {
      const { lost, find } = await losePart(page, file, 'missing');
      await page.goto(`./#lang=${lang}&${quiet}`);
      await expect(page.locator(`#start [lang=${lang}] [data-when=lost]`)).toBeVisible();
      await expect(page.locator('#start')).toContainText(said);
      expect(lost.length).toBeGreaterThan(0);
      await find();
      await page.locator(`#start [lang=${lang}] [data-when=lost] a`).click();
      await expect(page.locator('.walk-figure')).toBeVisible();
      await expect(page.locator('#start')).toBeHidden();
    },
  );
}
