import { expect, type Page, test } from '@playwright/test';
import { lessonNames } from '#experiment/lessons/lessonNames.ts';
import { expectAccessible, expectContrast } from './accessible.ts';
import { deep } from './deep.ts';
import { letArrive } from './liveRun.ts';
import { pressOn } from './tabStops.ts';
import { complaintsOf, openWalk, runWalk, turnTo } from './walkPage.ts';

/** Without walks: these journeys are about pages and keys. */
const quiet = '&run=0&backend=cpu';

const all = lessonNames.length;

const place = (page: Page) => page.locator('.lesson-place');

test('a lecture is given by clicker alone, from the first lesson to the last and back', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto(`./#view=learn${quiet}`);
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(place(page)).toHaveText(`Lesson 1 of ${all}`);
  for (let press = 0; press < 2 * all - 1; press++) await page.keyboard.press('PageDown');
  await expect(place(page)).toHaveText(`Lesson ${all} of ${all}`);
  await expect(page.locator('.loss-figure > svg')).toBeVisible();
  await page.keyboard.press('.');
  await expect(page.locator('.blank')).toBeVisible();
  await page.keyboard.press('.');
  await expect(page.locator('.blank')).toBeHidden();
  for (let press = 0; press < 2 * all - 1; press++) await page.keyboard.press('PageUp');
  await expect(place(page)).toHaveText(`Lesson 1 of ${all}`);
  await expect(page.locator('.prediction')).toBeVisible();
  for (const words of ['.lesson', '.prediction-choices button', '.lesson-place']) {
    const sizePx = await page
      .locator(words)
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(sizePx, words).toBeGreaterThanOrEqual(27);
  }
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
  await page.keyboard.press('Escape');
  await expect(place(page)).toBeHidden();
  expect(complaints.list).toEqual([]);
});

test(
  'outside of a lecture, and while a control has the focus, its keys do nothing',
  deep,
  async ({ page }) => {
    await page.goto(`./#view=learn&lesson=3${quiet}`);
    const title = page.locator('.lesson h2');
    await expect(title).toHaveText('Drift: vanishing and exploding');
    await page.keyboard.press('PageDown');
    await letArrive(page);
    await expect(title).toHaveText('Drift: vanishing and exploding');
    await expect(page.locator('.prediction')).toBeVisible();
    await page.getByRole('button', { name: 'Show me' }).click();
    const depth = page.getByRole('slider', { name: 'depth', exact: true }).first();
    await depth.focus();
    await pressOn(depth, '?');
    await letArrive(page);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('button', { name: 'Keys (?)' }).click();
    await expect(page.getByRole('dialog')).toContainText('PgDn');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'For teachers' }).click();
    await expect(page.getByRole('dialog')).toContainText('misconceptions come back in every class');
  },
);

test('the presenter’s window follows the lecture and steps it', async ({ page, context }) => {
  await page.goto(`./#view=learn&lesson=2${quiet}`);
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Presenter’s window' }).click();
  const presenter = await opened;
  await expect(presenter.locator('.presenter h1')).toHaveText('Many matrices multiply, logs add');
  await expect(presenter.locator('.presenter-notes')).toContainText('Draw two lines on the board');
  await presenter.keyboard.press('PageDown');
  await expect(page.locator('.walk-figure')).toBeVisible();
  await presenter.keyboard.press('PageDown');
  await expect(page.locator('.lesson h2')).toHaveText('Drift: vanishing and exploding');
  await expect(presenter.locator('.presenter h1')).toHaveText('Drift: vanishing and exploding');
});

test(
  'a lesson’s link opened twice shows the same experiment and the same final ln Z',
  deep,
  async ({ page }) => {
    const finals: (readonly number[])[] = [];
    for (let visit = 0; visit < 2; visit++) {
      await page.goto('about:blank');
      await openWalk(page, '#view=learn&lesson=2&backend=cpu');
      const results = await runWalk(page);
      expect(results.experiment).toMatchObject({
        view: 'learn',
        lesson: 2,
        f: 'linear',
        depth: 100,
        width: 16,
      });
      finals.push(results.final);
    }
    expect(finals[0]).toHaveLength(200);
    expect(finals[1]).toEqual(finals[0]);
  },
);

test('the lesson of training trains when it is shown, in a lecture too', deep, async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('./#view=learn&lesson=8&depth=4&width=8&steps=5&backend=cpu');
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(place(page)).toHaveText(`Lesson 8 of ${all}`);
  await page.keyboard.press('PageDown');
  await expect(page.locator('.train-progress')).toContainText('5 of 5 steps');
  await expect(page.locator('.loss-figure > svg')).toContainText('guessing');
  expect(complaints.list).toEqual([]);
});

/** Every lesson once: the pages are the same but for their words, and three themes share them. */
const lessonsOf = { light: [1, 4, 7, 10, 13], dark: [2, 5, 8, 11, 14], projector: [3, 6, 9, 12] } as const;

for (const theme of ['light', 'dark', 'projector'] as const) {
  test(`axe finds nothing in the lessons, asked and shown: ${theme}`, deep, async ({ page }) => {
    await openWalk(page, `#view=learn&lesson=${lessonsOf[theme][0]}&theme=${theme}${quiet}`);
    for (const lesson of lessonsOf[theme]) {
      await turnTo(page, `#view=learn&lesson=${lesson}&theme=${theme}${quiet}`);
      await expect(page.locator('.lesson-nav [aria-current]')).toHaveText(String(lesson));
      for (const state of ['asked', 'shown']) {
        if (state === 'shown') await page.getByRole('button', { name: 'Show me' }).click();
        await expect(page.locator(state === 'asked' ? '.prediction' : 'main figure').first()).toBeVisible();
        // The pages are the same but for their words: all rules once, then what a lesson's colours change.
        await (lesson === 1 ? expectAccessible(page) : expectContrast(page));
      }
    }
  });
}
