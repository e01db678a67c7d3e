import { expect, type Page, test } from '@playwright/test';
import { deepUnless } from './deep.ts';
import { expectNoScroll, openWalk, runWalk, turnTo } from './walkPage.ts';

/** A zoom of 200 % and 400 %, an XGA projector, a phone upright and on its side. */
const windows = [
  { width: 640, height: 360 },
  { width: 320, height: 180 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
] as const;

/** Words in sight that their own box cuts off, or the window does. */
const cutWords = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(
      '.header :is(a, h1, button, select, label), .sentence, .foot :is(button, input), .side :is(button, input)',
    )) {
      if (!element.checkVisibility() || element.closest('.skip-link, .visually-hidden')) continue;
      const { left, right } = element.getBoundingClientRect();
      const isCut =
        element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline';
      if (isCut || left < -1 || right > innerWidth + 1)
        found.push(`${element.tagName} ${element.textContent}`);
    }
    return found;
  });

test('at zooms of 200 % and 400 %, on an XGA projector and on a phone either way no word is cut, and the figure has room', async ({
  page,
}) => {
  await openWalk(page, '#f=relu&depth=30&width=8&walks=20&backend=cpu');
  await runWalk(page);
  // A browser's translator leaves the page's live words and numbers alone.
  await expect(page.locator('body')).toHaveAttribute('translate', 'no');
  for (const size of windows) {
    await page.setViewportSize(size);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await expect.poll(() => cutWords(page), `${size.width} x ${size.height}`).toEqual([]);
    const box = await page.locator('.walk-figure').boundingBox();
    expect(box?.height, `${size.width} x ${size.height}`).toBeGreaterThan(200);
    // A foot that stays takes less than a third of the window; in a low one it comes after the figures.
    const foot = page.locator('.foot');
    if ((await foot.count()) > 0) {
      const isFixed = (await foot.evaluate((element) => getComputedStyle(element).position)) === 'fixed';
      expect(isFixed).toBe(size.height > 620);
      if (isFixed) expect((await foot.boundingBox())?.height).toBeLessThan(size.height / 3);
    }
  }
});

test('a swipe that begins on a slider scrolls the page and leaves the slider; one across it moves it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWalk(page, '#f=relu&depth=30&width=8&walks=20&run=0&backend=cpu');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const slider = page.locator('.foot .slider').first();
  const box = await slider.boundingBox();
  if (!box) throw new Error('No slider.');
  /** Beside the handle, where a thumb lands that wants to scroll. */
  const from = { x: box.x + 0.8 * box.width, y: box.y + box.height / 2 };
  async function swipe(acrossPx: number, downPx: number): Promise<void> {
    const steps = 12;
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
    for (let i = 1; i <= steps; i += 1) {
      const point = { x: from.x + (acrossPx * i) / steps, y: from.y + (downPx * i) / steps };
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
  const depth = () => page.evaluate(() => window.gradientWalk.experiment().depth);
  await swipe(40, 0);
  await expect.poll(depth).toBeGreaterThan(30);
  // By as much as the finger went, and not to where it was put down.
  const moved = await depth();
  expect(moved).toBeLessThan(500);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await swipe(0, -200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
  expect(await depth()).toBe(moved);
  await expect(page.locator('.foot').getByRole('slider', { name: 'gain' })).toHaveAttribute(
    'aria-valuetext',
    /^1\.\d+, g star$/,
  );
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
});

test('on a phone nothing of a figure lies over the foot that it passes under', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWalk(page, '#f=relu&depth=30&width=8&walks=20&backend=cpu');
  await runWalk(page);
  const menus = page.locator('figure .figure-menu > button');
  await expect(menus).not.toHaveCount(0);
  const foot = (await page.locator('.foot').boundingBox()) ?? { y: 0, height: 0 };
  const middle = foot.y + foot.height / 2;
  let passed = 0;
  for (let i = 0; i < (await menus.count()); i += 1) {
    const menu = menus.nth(i);
    // Under the middle of the foot, as far as the page scrolls.
    await menu.evaluate((button, y) => {
      const { top, height } = button.getBoundingClientRect();
      scrollBy({ top: top + height / 2 - y, behavior: 'instant' });
    }, middle);
    const box = await menu.boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    if (y <= foot.y) continue;
    passed += 1;
    const isFoot = await page.evaluate(
      ([px = 0, py = 0]) => document.elementFromPoint(px, py)?.closest('.foot') !== null,
      [x, y],
    );
    expect(isFoot, (await menu.getAttribute('aria-label')) ?? '').toBe(true);
  }
  expect(passed).toBeGreaterThan(0);
});

/** How far parts go beyond what they stand in, px, by more than one: 0 where they stand within it. */
const beyond = (page: Page, part: string, room: string) =>
  page.evaluate(
    ([inner = '', outer = '']) => {
      const { left, right } = document.querySelector(outer)?.getBoundingClientRect() ?? new DOMRect();
      const over = Array.from(document.querySelectorAll(inner), (element) => {
        const box = element.getBoundingClientRect();
        // A border may lie on the edge.
        return Math.max(0, Math.round(box.right - right) - 1, Math.round(left - box.left) - 1);
      });
      return Math.max(...over);
    },
    [part, room],
  );

for (const language of ['en', 'de', 'fr'] as const) {
  test(
    `on an XGA projector and on a phone buttons, lessons and titles stand within their columns: ${language}`,
    deepUnless(language === 'de'),
    async ({ page }) => {
      const quiet = `lang=${language}&run=0&backend=cpu`;
      await page.setViewportSize({ width: 1024, height: 768 });
      await openWalk(page, `#f=relu&depth=30&width=8&walks=20&pins=gain:he&${quiet}`);
      await runWalk(page);
      await expect.poll(() => beyond(page, '.side button', '.side')).toBe(0);
      for (const button of await page.locator('.run-buttons button').all())
        expect((await button.boundingBox())?.height).toBeLessThan(45);
      const [numbers, below] = [page.locator('.numbers .progress'), page.locator('.insights')];
      await expect(async () => {
        const [progress, insights] = [await numbers.boundingBox(), await below.boundingBox()];
        expect((progress?.y ?? 0) + (progress?.height ?? 0)).toBeLessThanOrEqual((insights?.y ?? 0) + 1);
      }).toPass();
      await page.setViewportSize({ width: 390, height: 844 });
      await page.locator('.insights summary').first().click();
      await expect(page.locator('.compare-table')).toBeVisible();
      await expect.poll(() => beyond(page, '.compare > :is(p, fieldset)', '.main')).toBe(0);
      await turnTo(page, `#view=findings&${quiet}`);
      await expect(page.locator('.main-figure .dots a').first()).toBeVisible();
      await expect.poll(() => beyond(page, '.main-figure svg text', '.page')).toBe(0);
      await page.setViewportSize({ width: 1024, height: 768 });
      await turnTo(page, `#view=learn&lesson=4&${quiet}`);
      await expect.poll(() => beyond(page, '.lesson-nav button', '.lesson-side')).toBe(0);
    },
  );
}

for (const { width, height } of [
  { width: 390, height: 844 },
  { width: 640, height: 360 },
  { width: 844, height: 390 },
]) {
  test(
    `a lecture in the hand has its words beside or over their figure, and all answers in reach: ${width} x ${height}`,
    deepUnless(width === 390),
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      await openWalk(page, '#view=learn&lesson=1&backend=cpu');
      await page.getByRole('button', { name: 'Present', exact: true }).click();
      await expect(page.locator('.is-on')).toBeVisible();
      const answers = page.locator('.prediction-choices button');
      await expect(answers).not.toHaveCount(0);
      for (const answer of await answers.all()) {
        await answer.scrollIntoViewIfNeeded();
        await expect(answer).toBeInViewport({ ratio: 1 });
      }
      await page.keyboard.press('PageDown');
      await expect(page.locator('.walk-figure svg text')).not.toHaveCount(0);
      await expect(async () => {
        const [words, place, figure] = [
          await page.locator('.lesson').boundingBox(),
          await page.locator('.lesson-place').boundingBox(),
          await page.locator('.walk-figure').boundingBox(),
        ];
        if (!words || !place || !figure) throw new Error('Something is not in sight.');
        expect(words.y + words.height).toBeLessThanOrEqual(place.y + 1);
        const [isBeside, isOver] = [words.x + words.width <= figure.x, place.y + place.height <= figure.y];
        expect([isBeside, isOver]).toContain(true);
        expect(figure.width).toBeGreaterThan(0.3 * width);
        expect(figure.height).toBeGreaterThan(200);
        expect(figure.y + figure.height).toBeLessThanOrEqual(height);
      }).toPass();
      await expectNoScroll(page);
    },
  );
}
