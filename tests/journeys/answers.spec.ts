import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { deep } from './deep.ts';
import { expectResults } from './liveRun.ts';
import { openTable } from './readTable.ts';
import { tabTo } from './tabStops.ts';
import { openWalk } from './walkPage.ts';

test(
  'answers by class are seen, reached by keys, read as a table, saved, and gone with the run they are of',
  deep,
  async ({ page }) => {
    const network = 'f=tanh&depth=2&width=16&batch=16&steps=40&rate=0.1';
    await openWalk(page, `#view=train&${network}&data=spirals&backend=wasm`);
    const { confusion, testAccuracy } = await expectResults(page, 'train', { step: 40 });
    const [first = []] = confusion ?? [];
    await page.getByRole('radio', { name: 'Answers by class' }).check();
    const figure = page.locator('.confusion-figure');
    await expect(figure.locator('.answers-said')).toContainText(
      `${(100 * (testAccuracy ?? 0)).toFixed(1)} % of 600 right after 40 steps.`,
    );
    await expect(page.locator('.worst-figure')).toContainText('Where it is most wrong');

    const cells = figure.locator('svg a');
    const filled = (confusion ?? []).flat().filter((count) => count > 0);
    await expect(cells).toHaveCount(filled.length);
    await tabTo(page, cells.first());
    await expect(figure.locator('.answers-said')).toHaveText(
      new RegExp(`^0 .*: ${first.find((count) => count > 0)} of 200`),
    );
    await page.keyboard.press('ArrowRight');
    await expect(cells.nth(1)).toBeFocused();

    await openTable(page, 'the answers by class');
    const row = page.getByRole('table', { name: 'the answers by class' }).getByRole('row').nth(1);
    await expect(row.getByRole('cell')).toHaveText(['200', String(first[0]), ...first.map(String)]);
    await page.keyboard.press('Escape');
    await expectAccessible(page, '.train-figures');

    await figure.getByRole('button', { name: 'Read or save the answers by class' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    const text = await readFile(await (await saved).path(), 'utf8');
    expect(text).toContain('class,samples,right,answer0,answer1,answer2');
    expect(text).toContain(`\n0,200,${first[0]},${first.join(',')}`);

    // What another network says is not yet known.
    await page.getByRole('combobox', { name: 'task' }).selectOption('encode');
    await expect(figure).toHaveCount(0);
    await expect(page.locator('.worst-figure')).toContainText('What it gives back worst');
  },
);
