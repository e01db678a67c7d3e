import { expect, type Page, test } from '@playwright/test';
import type {} from '#api/gradientWalkApi.ts';
import { alterResponses } from '../alterResponses.ts';
import { deep } from '../deep.ts';
import { progressOf } from '../liveRun.ts';
import { openWalk, turnTo } from '../walkPage.ts';
import { losePart } from './losePart.ts';

const quiet = 'run=0&backend=cpu';

const failure = (page: Page) => page.locator('.part-failure');
const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

const view = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();

test(
  'a training goes on while a view and a dialog are lost, and is there in the end',
  deep,
  async ({ page }) => {
    await page.goto('./#view=train&data=spirals&depth=3&width=8&steps=100000&backend=cpu&run=1');
    const step = () => progressOf(page);
    await expect.poll(step).toBeGreaterThan(0);
    const { find } = await losePart(page, /^(ScalePage|ShareDialog)-/, 'offline');
    await click(page, 'Share');
    await expect(failure(page)).toContainText('the share dialog');
    const atShare = await step();
    await expect.poll(step).toBeGreaterThan(atShare);
    await failure(page).getByRole('button', { name: 'Close' }).click();
    await expect(failure(page)).toHaveCount(0);
    await view(page, 'Scale');
    await expect(failure(page)).toContainText('the scale view');
    await page.getByRole('link', { name: /^Train/ }).click();
    await expect(page.locator('.train-figures')).toBeVisible();
    const atReturn = await step();
    expect(atReturn).toBeGreaterThan(atShare);
    await expect.poll(step).toBeGreaterThan(atReturn);
    await find();
    await click(page, 'Share');
    await expect(page.locator('.share')).toBeVisible();
  },
);

test('a broken view is a sentence with two buttons, not a white page', async ({ page }) => {
  await alterResponses(page, /ScalePage-.*\.js$/, {
    into: async (response) => ({
      body: (await response.text()).replace(/export\s*\{/, 'throw new Error("spoiled");export{'),
    }),
  });
  await page.goto(`./#${quiet}`);
  await view(page, 'Scale');
  await expect(failure(page)).toContainText('the scale view');
  await view(page, 'Walk');
  await expect(page.locator('.walk-figure')).toBeVisible();
});

test('what nobody sees missing is asked for again until it comes', async ({ page }) => {
  const { lost, find } = await losePart(page, /^(reference|afterStart)-.*\.js$/, 'missing');
  await openWalk(page, `#${quiet}`);
  const kinds = () => new Set(lost.map((path) => path.split('/').at(-1)?.split('-')[0]));
  await expect.poll(kinds).toEqual(new Set(['reference', 'afterStart']));
  await expect(page.locator('.walk-figure')).toBeVisible();
  const found = page.waitForResponse(
    (response) => /afterStart-.*\.js$/.test(response.url()) && response.ok(),
  );
  await find();
  await found;
});

test('until the theory of finite width has come, nothing is claimed in its place', deep, async ({ page }) => {
  const { find } = await losePart(page, /^finiteWidth-.*\.js$/, 'missing');
  await openWalk(page, `#${quiet}`);
  await turnTo(page, `#${quiet}&f=tanh&gain=1.1`);
  const sentence = page.locator('.sentence');
  await expect(sentence).toContainText('has not arrived yet');
  await expect(page.locator('.walk-figure')).not.toContainText('mean field');
  await find();
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(sentence).toContainText('to order 1/N');
});
