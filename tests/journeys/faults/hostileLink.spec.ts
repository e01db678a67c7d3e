import { expect, type Page, test } from '@playwright/test';
import { deep } from '../deep.ts';
import { complaintsOf, expectExperiment, openWalk, setKeys } from '../walkPage.ts';

const small = 'depth=30&width=8&walks=5&backend=cpu';

const noticesOf = (page: Page) => page.locator('.notice').first().getByRole('listitem');

/** Opens another hash in the page; answers when the page does. */
const turnTo = (page: Page, hash: string) =>
  page.evaluate((next) => {
    location.hash = next;
  }, hash);

test('a link of 160,000 pairs opens, and is told in nine lines at most', deep, async ({ page }) => {
  const complaints = complaintsOf(page);
  await openWalk(page, `#${small}`);
  const pairs = Array.from({ length: 160_000 }, (_, i) => `k${i}=${i}`).join('&');
  await turnTo(page, `${small.replace('depth=30', 'depth=31')}&${pairs}`);
  await expectExperiment(page, { depth: 31 });
  await expect(noticesOf(page)).toHaveCount(9);
  await expect(noticesOf(page).first()).toContainText(
    '160004 settings are too many: the first 200 were read',
  );
  await expect(noticesOf(page).last()).toHaveText('and 14 more');
  await setKeys(page, { depth: 32 });
  await expect(page).toHaveURL(/depth=32/);
  expect(await page.evaluate(() => location.hash.length)).toBeLessThan(1000);
  expect(complaints.list).toEqual([]);
});

test('values of 100,000 digits are refused in one line, in a link, by the API and in a field', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openWalk(page, `#${small}`);
  const long = '9'.repeat(100_000);
  await turnTo(page, `${small}&gain=2&residual=${long}&bias=${long}&dream=${long}`);
  await expectExperiment(page, { gain: 2, bias: 0, residual: 0 });
  await expect(noticesOf(page)).toHaveCount(1);
  await expect(noticesOf(page)).toContainText('residual, bias, dream');
  expect(await setKeys(page, { depth: `${long}x` })).toMatchObject([{ kind: 'refused' }]);
  const field = page.getByRole('textbox', { name: 'depth, as a number' }).first();
  await field.fill(`${long}x`);
  await field.press('Enter');
  await expect(page.locator('.complaint').first()).toContainText('has more than 64 characters');
  await expectExperiment(page, { depth: 30 });
  expect(complaints.list).toEqual([]);
});

test(
  'a lone surrogate by the API, by a file and in an address leaves a page that works',
  deep,
  async ({ page }) => {
    const complaints = complaintsOf(page);
    await openWalk(page, `#${small}`);
    for (const [key, value] of [
      ['\\uD800', 'a'],
      ['dream', '\\uDFFF'],
      ['depth', '\\uD83D'],
    ]) {
      // Written as JSON: what carries the call to the page would mend the text itself.
      await page.evaluate((text) => {
        window.gradientWalk.set(JSON.parse(text));
      }, `{"${key}":"${value}"}`);
    }
    await expect(page).toHaveURL(/%EF%BF%BD=a&dream=%EF%BF%BD/);
    await expectExperiment(page, { depth: 30 });
    await page.evaluate(() => {
      const file = new File(['{"experiment":{"depth":33,"\\uD800":"\\uDC00"}}'], 'a.json');
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await expectExperiment(page, { depth: 33 });
    await turnTo(page, `${small}&dream=\uD800`);
    await expectExperiment(page, { depth: 30 });
    await page.getByRole('button', { name: 'Share' }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(complaints.list).toEqual([]);
  },
);

test('unknown keys by message without end leave a short address', deep, async ({ page }) => {
  const complaints = complaintsOf(page);
  await openWalk(page, `#${small}`);
  await page.evaluate(() => {
    for (let i = 0; i < 3000; i++) window.gradientWalk.set({ [`dream${i}`]: '\u{10FFFF}'.repeat(30) });
    window.gradientWalk.set({ depth: 34 });
  });
  await expect(page).toHaveURL(/depth=34/);
  expect(await page.evaluate(() => location.hash.length)).toBeLessThan(20_000);
  await expect(noticesOf(page)).toHaveCount(0);
  expect(complaints.list).toEqual([]);
});
