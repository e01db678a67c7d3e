import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

/** Saves a figure by its menu, by keyboard alone; returns the file's text. */
export async function saved(page: Page, figure: string, format: string): Promise<string> {
  const button = page.getByRole('button', { name: `Read or save ${figure}`, exact: true });
  await button.press('Enter');
  // The menu takes the focus a moment after it is there, and gives it back a moment after it is gone.
  await expect(page.locator('[role=menu]:focus, [role=menu] :focus')).toHaveCount(1);
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: format }).press('Enter');
  const text = readFileSync(await (await download).path(), 'utf8');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(button).toBeFocused();
  return text;
}

/** Columns of a CSV without quotes, by name; null where a field is empty. */
export function columnsOf(csv: string): ReadonlyMap<string, readonly (number | null)[]> {
  const lines = csv.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const [names = [], ...rows] = lines.map((line) => line.split(','));
  return new Map(names.map((name, i) => [name, rows.map((row) => (row[i] === '' ? null : Number(row[i])))]));
}

/** Counts marks of an SVG text by selectors, after the browser's own XML parser has read it. */
export function marksOf(page: Page, text: string, selectors: readonly string[]) {
  return page.evaluate(
    ({ svg, wanted }) => {
      const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
      if (parsed.querySelector('parsererror')) throw new Error('The file is no XML.');
      return wanted.map((selector) => parsed.querySelectorAll(selector).length);
    },
    { svg: text, wanted: [...selectors] },
  );
}
