import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type {} from '#api/gradientWalkApi.ts';

const quiet = 'run=0&backend=cpu';

/** Expects no violation of any weight within a part of the page. */
async function expectClean(page: Page, part: string): Promise<void> {
  // Legacy: no second page, which only pages with frames need.
  const { violations } = await new AxeBuilder({ page }).include(part).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [part, id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Opens another address of the same page, without loading it anew. */
async function turnTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
}

/** Opens a dialog by its button, has it checked, and closes it. */
async function checkDialog(page: Page, button: string, part: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.locator(part)).toBeVisible();
  await expectClean(page, part);
  await page.keyboard.press('Escape');
  await expect(page.locator(part)).toHaveCount(0);
}

async function checkLecture(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(page.locator('.is-on')).toBeVisible();
  await expectClean(page, 'html');
  await page.keyboard.press('PageDown');
  await expect(page.locator('.walk-figure')).toBeVisible();
  await expectClean(page, 'html');
  await page.keyboard.press('Escape');
}

/** The presenter's window follows the browser's scheme, and speaks only while a lesson is open. */
async function checkPresenter(page: Page, theme: string): Promise<void> {
  const presenter = await page.context().newPage();
  await presenter.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
  await presenter.goto('./?presenter');
  await expect(presenter.locator('.presenter h1')).toBeVisible();
  await expectClean(presenter, 'html');
  await presenter.close();
}

for (const theme of ['light', 'dark', 'projector']) {
  test(`axe finds nothing in dialogs, notices, a lecture, the presenter’s window and an embedded page: ${theme}`, async ({
    page,
  }) => {
    await page.goto(`./#view=learn&lesson=4&theme=${theme}&${quiet}`);
    await checkDialog(page, 'Keys (?)', '.key-help');
    await checkDialog(page, 'For teachers', '.teaching');
    await checkPresenter(page, theme);
    await checkLecture(page);

    await turnTo(page, `theme=${theme}&depth=99999&dream=1&f=relu&width=8&${quiet}`);
    await expect(page.locator('.notice')).toBeVisible();
    await expectClean(page, 'html');
    // On a narrow page, and on a projector, the settings are in a sheet.
    await page.setViewportSize({ width: 390, height: 844 });
    await checkDialog(page, 'All settings', '.sheet');
    await page.setViewportSize({ width: 1280, height: 720 });
    if (theme === 'projector') await page.getByRole('button', { name: 'All settings' }).click();
    await checkDialog(page, 'Python', '.python-sheet');
    if (theme === 'projector') await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Show full screen' }).click();
    await expectClean(page, '.qr-screen');
    await page.keyboard.press('Escape');
    await expectClean(page, '.share');
    await page.keyboard.press('Escape');

    await turnTo(page, `embed=1&theme=${theme}&f=relu&depth=20&width=8&${quiet}`);
    await expect(page.locator('.embed-bar')).toBeVisible();
    await expectClean(page, 'html');
  });
}
