import { expect, test } from '@playwright/test';
import { deep } from './deep.ts';
import { cellsOf, openTable } from './readTable.ts';
import { expectReady, openWalk, runTraining, turnTo } from './walkPage.ts';

/** Two clouds of points in three classes, far from one another: a small network tells them apart at once. */
const flowers = [
  'id,length,width,note,species',
  ...Array.from({ length: 180 }, (_, i) => {
    const species = i % 3;
    const jitter = ((i * 37) % 19) / 19;
    return `${i},${5 + 3 * species + jitter},${2 - 2 * species - jitter},n${i},${['setosa', 'versicolor', 'virginica'][species]}`;
  }),
].join('\n');

test(
  'a table is dropped, its class chosen, looked at, trained on and kept; elsewhere its link says which it was',
  deep,
  async ({ page, browser }) => {
    await openWalk(
      page,
      '#view=train&data=own&f=relu&depth=2&width=16&batch=16&steps=200&rate=0.05&backend=wasm',
    );
    const panel = page.locator('.data-panel');
    await expect(panel).toContainText('No data of your own are here yet. Drawn digits are used instead.');
    await expect(panel).toContainText(/up to 256 MB a file, 1 million rows/);
    await page.locator('.data-panel input').setInputFiles({
      name: 'broken.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(flowers.replace('5,', 'five,')),
    });
    const preview = page.locator('.own-preview');
    await expect(preview).toContainText('Only the class may be a word.');
    await expect(preview.getByRole('button', { name: 'Train on it' })).toBeDisabled();
    await preview.getByRole('button', { name: 'Not these' }).click();
    const dropping = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'flowers.csv'));
      return transfer;
    }, flowers);
    await page.dispatchEvent('main', 'drop', { dataTransfer: dropping });
    await expect(preview).toContainText('flowers');
    await preview.getByLabel('Which column is the class?').selectOption('width');
    await expect(preview).toContainText(/2 inputs/);
    await preview.getByLabel('Which column is the class?').selectOption('species');
    await expect(preview).toContainText('150 to learn, 30 held out; 3 inputs, 3 classes');
    await expect(preview).toContainText('No inputs, as they hold no numbers or have no name: note.');
    await expect(preview.getByRole('listitem')).toContainText(['setosa', 'versicolor', 'virginica']);
    await expect(preview.getByRole('img', { name: /^Values of the inputs, from/ })).toBeVisible();
    // As many values as there are inputs of samples to learn, and the class of every picture.
    const values = await openTable(page, 'the values of the inputs');
    const [, ...steps] = await cellsOf(values);
    expect(steps.reduce((sum, [, , count]) => sum + Number(count), 0)).toBe(150 * 3);
    await page.keyboard.press('Escape');
    const samples = await openTable(page, 'some of the samples');
    const [, ...named] = await cellsOf(samples);
    expect(new Set(named.map(([, name]) => name))).toEqual(new Set(['setosa', 'versicolor', 'virginica']));
    await page.keyboard.press('Escape');
    await preview.getByRole('button', { name: 'Train on it' }).click();
    await expect(panel).toContainText('flowers is here: 150 to learn, 30 held out');
    await expect(page).toHaveURL(/own=flowers-150-30-3-3-[\da-f]{8}/);
    const results = await runTraining(page);
    expect(results.data).toBe('own');
    expect(results.testAccuracy).toBeGreaterThan(0.9);
    await page.reload();
    await expectReady(page, 'wasm');
    expect((await runTraining(page, { steps: 5 })).data).toBe('own');
    const link = page.url();
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await other.goto(link);
    await expectReady(other, 'wasm');
    await expect(other.locator('.data-panel')).toContainText(
      /The data “flowers” are not in this browser: 150 samples to learn and 30 held out, 3 inputs, 3 classes, checksum [\da-f]{8}/,
    );
    await elsewhere.close();
    const kept = page.getByRole('region', { name: 'Kept in this browser' });
    await expect(kept.getByRole('listitem')).toHaveCount(1);
    await page.getByRole('combobox', { name: 'data' }).first().selectOption('spirals');
    await expect(kept).toHaveCount(0);
    await turnTo(page, '#view=train&data=own&run=0&backend=wasm');
    await kept.getByRole('button', { name: 'Train on flowers' }).click();
    await expect(page).toHaveURL(/own=flowers-150-30-3-3-[\da-f]{8}/);
    await kept.getByRole('button', { name: 'Forget flowers' }).click();
    await expect(kept).toHaveCount(0);
    await runTraining(page, { steps: 5 });
    await expect(panel).toContainText('The data “flowers” are not in this browser');
  },
);
