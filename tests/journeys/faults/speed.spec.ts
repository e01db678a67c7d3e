import { expect, test } from '@playwright/test';
import { deep } from '../deep.ts';
import { expectExperiment, openWalk } from '../walkPage.ts';

test('the speed of a training is shown as it is when its view is opened again', deep, async ({ page }) => {
  await openWalk(page, '#view=train&depth=4&width=8&batch=8&steps=5000&data=spirals&backend=cpu');
  const speed = page.getByRole('combobox', { name: 'speed' });
  await speed.selectOption('1 step a second');
  await page.getByRole('link', { name: 'Walk' }).click();
  await expectExperiment(page, { view: 'walk' });
  await page.getByRole('link', { name: 'Train' }).click();
  await expectExperiment(page, { view: 'train' });
  await expect(speed).toHaveValue('one');
});
