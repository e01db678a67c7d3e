import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a figure's table by keys alone; returns the panel, which has the focus. */
export async function openTable(page: Page, figure: string): Promise<Locator> {
  await page.getByRole('button', { name: `Read or save ${figure}`, exact: true }).press('Enter');
  // The menu takes the focus a moment after it is there.
  await expect(page.locator('[role=menu]:focus, [role=menu] :focus')).toHaveCount(1);
  await page.getByRole('menuitem', { name: 'Table', exact: true }).press('Enter');
  const panel = page.locator('.table-panel');
  await expect(panel.locator('.table-scroll')).toBeFocused();
  return panel;
}

/** The text of every cell, its head first. */
export const cellsOf = (panel: Locator): Promise<string[][]> =>
  panel
    .locator('tr')
    .evaluateAll((rows) =>
      rows.map((row) => Array.from(row.querySelectorAll('th, td'), (cell) => cell.textContent ?? '')),
    );
