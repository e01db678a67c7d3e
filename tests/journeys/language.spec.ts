import { expect, test } from '@playwright/test';
import { complaintsOf } from './walkPage.ts';

/** English that would stand on a page whose words were left behind. */
const english = /\b(the|layers|network|with|walks|gain of|depth|width|weights of|Lesson|Restart|New seed)\b/;

test('in German every view speaks German, and another language opens the page anew', async ({ page }) => {
  const complaints = complaintsOf(page);
  for (const view of ['walk', 'train', 'scale', 'learn']) {
    await page.goto('about:blank');
    await page.goto(`./#lang=de&run=0&backend=cpu&f=relu&view=${view}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.locator('.view-tabs')).toContainText('Training');
    await expect(page.locator('.main')).toContainText(/Schicht|Netz|Matri/);
    // What is not shown yet in a lesson is shown too.
    if (view === 'learn') await page.getByRole('button', { name: 'Zeigen' }).click();
    const texts = await page.locator('body').innerText();
    expect(texts.replace('Gradient Walk', ''), view).not.toMatch(english);
  }
  await page.evaluate(() => window.gradientWalk.set({ lang: 'en', depth: 33 }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.view-tabs')).toContainText('Train');
  await expect.poll(() => page.evaluate(() => window.gradientWalk?.experiment().depth)).toBe(33);
  const notices = await page.evaluate(() => window.gradientWalk.set({ lang: 'de', depth: 'tief' }));
  expect(notices[0]?.message).toContain('is not a number');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect.poll(() => page.evaluate(() => typeof window.gradientWalk)).toBe('object');
  const german = await page.evaluate(() => window.gradientWalk.set({ depth: 'tief' }));
  expect(german[0]?.message).toBe('depth=tief ist keine Zahl: stattdessen gilt 33.');
  expect(complaints.list).toEqual([]);
});
