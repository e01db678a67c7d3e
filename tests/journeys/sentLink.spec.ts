import { expect, test } from '@playwright/test';
import { complaintsOf, expectExperiment, openWalk, setKeys } from './walkPage.ts';

const still = 'width=8&walks=5&backend=cpu&run=0';
const sent = { f: 'relu', depth: 31, width: 8, walks: 5, backend: 'cpu', run: 0 };

test('a link from mail, in the query or with its # encoded opens what was sent, and the address is mended', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openWalk(page, `?F=ReLU&amp;depth=3%E2%80%8B1&id=5&${still}&fbclid=abc).#depth=31`);
  await expectExperiment(page, sent);
  await expect(page).toHaveURL(new RegExp(`/\\?id=5#f=relu&depth=31&${still}$`));
  // The host's own parameter is said once: from here on it is the host's.
  await expect(page.locator('.notice').first().getByRole('listitem')).toHaveText(/^id=5 means nothing/);
  // A value that is no longer said does not come back from the query.
  await setKeys(page, { f: 'linear' });
  await expect(page).toHaveURL(new RegExp(`/\\?id=5#depth=31&${still}$`));
  await page.goto(`./%23f=relu&depth=31&${still}`);
  await expectExperiment(page, sent);
  await expect(page).toHaveURL(new RegExp(`/#f=relu&depth=31&${still}$`));
  await expect(page.locator('.notice').first().getByRole('listitem')).toHaveCount(0);
  expect(complaints.list).toEqual([]);
});

test('numbers are taken as people type them in German, said where they look otherwise, and never guessed', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openWalk(page, `#lang=de&${still}`);
  const field = (name: string) => page.locator('.control-column').getByRole('textbox', { name }).first();
  const typed = async (name: string, text: string) => {
    await field(name).fill(text);
    await field(name).press('Enter');
  };
  const said = page.locator('.control-column .complaint');
  // What reads typed numbers comes after the engine has started.
  await expect(async () => {
    await typed('Gain', '1,432');
    await expectExperiment(page, { gain: 1.432 });
  }).toPass();
  await expect(field('Gain')).toHaveValue('1,432');
  await expect(said).toHaveCount(0);
  await typed('Gain', '√(1/4)');
  await expect(field('Gain')).toHaveValue('0,5');
  await expect(said).toHaveText('„√(1/4)“ wird als 0,5 verstanden.');
  await typed('Tiefe', '1.000');
  await expect(said.filter({ hasText: '„1.000“ kann 1 oder 1000 heißen' })).toBeVisible();
  await expectExperiment(page, { depth: 500, gain: 0.5 });
  await typed('Tiefe', '1 000');
  await expectExperiment(page, { depth: 1000 });

  // The Enter that ends a composition ends a word of an input method, not the typing; in the sentence too.
  const number = page.locator('.sentence').getByRole('slider', { name: 'Breite' });
  await number.focus();
  await number.press('Enter');
  const open = page.locator('.sentence').getByRole('textbox', { name: 'Breite' });
  await open.fill('１６');
  await open.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  await open.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true });
  await expect(open).toHaveValue('１６');
  await expectExperiment(page, { width: 8 });
  await open.press('Enter');
  await expectExperiment(page, { width: 16 });
  await expect(number).toHaveText('16');
  expect(complaints.list).toEqual([]);
});
