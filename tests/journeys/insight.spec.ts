import { expect, test } from '@playwright/test';
import { openTable } from './readTable.ts';
import { complaintsOf, openWalk } from './walkPage.ts';

test('what the right gain does not fix is computed when it is opened; the experiment is there as a script', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openWalk(page, '#f=relu&depth=10&width=8&walks=2&backend=cpu&run=0');
  const looks = page.locator('.insights details', { hasText: 'The right gain does not fix' });
  await expect(looks).toHaveCount(2);
  for (const [i, { count, title, rows }] of [
    { count: '12 networks', title: '|cos| of the angle between two inputs’ vectors', rows: 11 },
    { count: '4 networks', title: 'ln growth a layer', rows: 8 },
  ].entries()) {
    const look = looks.nth(i);
    await look.locator('summary').click();
    await expect(look.getByRole('status')).toContainText(count);
    await openTable(page, title);
    await expect(page.locator('.table-panel tbody tr')).toHaveCount(rows);
    await page.keyboard.press('Escape');
    await look.locator('summary').click();
    await expect(look.locator('svg')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Python' }).click();
  const script = page.getByRole('textbox', { name: 'The script' });
  await expect(script).toHaveValue(/#f=relu&depth=10&width=8&walks=2&backend=cpu&run=0\n[\s\S]*import torch/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('gradient-walk-walk.py');
  expect(complaints.list).toEqual([]);
});
