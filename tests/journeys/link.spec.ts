import { expect, test } from '@playwright/test';
import { complaintsOf, expectExperiment, openWalk, runWalk, setKeys, sliderOf } from './walkPage.ts';

const small = '#depth=30&width=16&walks=5&backend=cpu';

test('a broken link is opened, each change is listed, nothing of it is lost', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openWalk(page, '#depth=99999&width=wide&walks=5&f=relu&dream=gain&%E0%A4%A=1&backend=cpu');
  const notices = page.getByRole('status').first();
  await expect(notices).toContainText('depth=99999 is above the largest, 1000: 1000 is used instead.');
  await expect(notices).toContainText('width=wide is not a number: 100 is used instead.');
  await expect(notices).toContainText('dream=gain means nothing to this version');
  await expectExperiment(page, { depth: 1000, width: 100, f: 'relu' });
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices).toBeHidden();
  await setKeys(page, { depth: 20 });
  await expect(page).toHaveURL(/#(?=.*\bdepth=20\b)(?=.*\bdream=gain\b)/);
  expect(complaints.list).toEqual([]);
});

test('the address follows a changed control after it has rested, and a new address changes the controls', async ({
  page,
}) => {
  await openWalk(page, small);
  const depth = sliderOf(page, 'depth');
  await depth.focus();
  await depth.press('ArrowRight');
  await expect(page).toHaveURL(/#depth=31&width=16&walks=5&backend=cpu$/);
  await page.evaluate(() => {
    location.hash = '#f=relu&depth=12&width=9&walks=3&backend=cpu';
  });
  await expect(page.getByRole('textbox', { name: 'depth, as a number' }).first()).toHaveValue('12');
  await expect(page.getByRole('combobox', { name: 'nonlinearity' }).first()).toHaveValue('relu');
  expect(await runWalk(page)).toMatchObject({ experiment: { f: 'relu', depth: 12, width: 9 }, walks: 3 });
  // One entry: the way back leads to the address before. (A tab keeps 50, so that counting them says nothing.)
  await page.goBack();
  await expect(page).toHaveURL(/#depth=31&width=16&walks=5&backend=cpu$/);
});
