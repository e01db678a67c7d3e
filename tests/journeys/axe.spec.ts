import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectContrast } from './accessible.ts';
import { deep } from './deep.ts';
import { openWalk, turnTo } from './walkPage.ts';

const quiet = 'run=0&backend=cpu';

/** All of axe's rules, or contrast alone. */
type Check = typeof expectAccessible;

/** Opens a dialog by its button, has it checked, and closes it. */
async function checkDialog(page: Page, check: Check, button: string, part: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.locator(part)).toBeVisible();
  await check(page, part);
  await page.keyboard.press('Escape');
  await expect(page.locator(part)).toHaveCount(0);
}

async function checkLecture(page: Page, check: Check): Promise<void> {
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(page.locator('.is-on')).toBeVisible();
  await check(page);
  await page.keyboard.press('PageDown');
  await expect(page.locator('.walk-figure')).toBeVisible();
  await expect(page.locator('.loading')).toHaveCount(0);
  await check(page);
  await page.keyboard.press('Escape');
  await expect(page.locator('.is-on')).toHaveCount(0);
}

/** The presenter's window follows the browser's scheme, and speaks only while a lesson is open. */
async function checkPresenter(page: Page, check: Check, theme: string): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Presenter’s window' }).click();
  const presenter = await opened;
  await presenter.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
  await expect(presenter.locator('.presenter h1')).toBeVisible();
  await check(presenter);
  await presenter.close();
}

/** On a narrow page, and on a projector, the settings are in a sheet, and Python with them. */
async function checkSettings(page: Page, check: Check, isInSheet: boolean): Promise<void> {
  if (isInSheet) {
    await checkDialog(page, check, 'All settings', '.sheet');
    await page.getByRole('button', { name: 'All settings', exact: true }).click();
  }
  await checkDialog(page, check, 'Python', '.python-sheet');
  if (isInSheet) await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function checkShare(page: Page, check: Check): Promise<void> {
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Show full screen' }).click();
  await check(page, '.qr-screen');
  await page.keyboard.press('Escape');
  await check(page, '.share');
  await page.keyboard.press('Escape');
}

for (const theme of ['light', 'dark', 'projector']) {
  for (const [width, height] of [
    [1280, 720],
    [390, 844],
  ] as const) {
    test(
      `axe finds nothing in dialogs, notices, a lecture, the presenter’s window and an embedded page: ${theme}, ${width} x ${height}`,
      deep,
      async ({ page }) => {
        await page.setViewportSize({ width, height });
        // Another theme is another choice of colours.
        const check = theme === 'light' ? expectAccessible : expectContrast;
        await openWalk(page, `#view=learn&lesson=4&theme=${theme}&${quiet}`);
        await checkDialog(page, check, 'Keys (?)', '.key-help');
        await checkDialog(page, check, 'For teachers', '.teaching');
        await checkPresenter(page, check, theme);
        await checkLecture(page, check);

        await turnTo(page, `#theme=${theme}&depth=99999&dream=1&f=relu&width=8&${quiet}`);
        await expect(page.locator('.notice')).toBeVisible();
        await check(page);
        await checkSettings(page, check, width < 820 || theme === 'projector');
        await checkShare(page, check);

        await turnTo(page, `#embed=1&theme=${theme}&f=relu&depth=20&width=8&${quiet}`);
        await expect(page.locator('.embed-bar')).toBeVisible();
        await check(page);
      },
    );
  }
}
