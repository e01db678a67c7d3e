import { expect, type Page, test } from '@playwright/test';
import { deep, deepUnless } from './deep.ts';
import { expectBeyond, heldAt, progressOf } from './liveRun.ts';
import { pressOn, tabThrough, tabTo } from './tabStops.ts';
import { complaintsOf, expectExperiment, openWalk, setKeys, sliderOf } from './walkPage.ts';

const quiet = '&f=relu&depth=20&width=8&run=0&backend=cpu';

const named = (page: Page, role: 'button' | 'link', name: string) =>
  page.getByRole(role, { name, exact: true });

async function open(page: Page, hash: string): Promise<void> {
  await openWalk(page, `#${hash}${quiet}`);
  await expect(page.locator('main')).toBeVisible();
}

/** Opens a dialog by its button, goes once round in it, and leaves it by Escape: the button has the focus again. */
async function visitDialog(page: Page, name: string): Promise<void> {
  const button = named(page, 'button', name);
  await tabTo(page, button);
  await pressOn(button, 'Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Shift+Tab');
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
}

test('the walk by keys: settings, dialogs, a run begun and held, another view', async ({ page }) => {
  const complaints = complaintsOf(page);
  await open(page, 'walks=100000');
  await page.keyboard.press('Tab');
  await pressOn(named(page, 'button', 'Skip to the figures'), 'Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  const sentence = page.locator('main .sentence');
  await expect(page.locator('main :focus')).toHaveAttribute('aria-label', 'nonlinearity');
  await page.keyboard.press('Tab');
  await pressOn(sentence.locator('.scrub').first(), 'Enter');
  await pressOn(sentence.locator('.scrub-input'), 'Escape');
  await expect(sentence.locator('.scrub').first(), 'typing gives the focus back').toBeFocused();

  await visitDialog(page, 'Share');
  await visitDialog(page, 'Python');
  await tabTo(page, sliderOf(page, 'depth'));
  await page.keyboard.press('ArrowRight');
  await tabTo(page, page.locator('.control-column').getByRole('combobox', { name: 'nonlinearity' }));
  await page.keyboard.press('ArrowUp');
  await tabTo(page, sliderOf(page, 'gain'));
  await page.keyboard.press('ArrowRight');
  await expectExperiment(page, { depth: 21, f: 'linear', gain: expect.any(Number) });
  const gains = page.locator('.gain-names button');
  await tabTo(page, gains);
  await page.keyboard.press('ArrowRight');
  // The focus follows the arrow a moment later.
  await pressOn(gains.nth(1), 'Space');
  await expectExperiment(page, { gain: 'paper' });

  await tabTo(page, named(page, 'button', 'Run'));
  await pressOn(named(page, 'button', 'Run'), 'Enter');
  await pressOn(named(page, 'button', 'Pause'), 'Enter');
  await expect(page.locator('.progress')).toContainText('paused');
  await tabTo(page, named(page, 'link', 'Scale'), 'Shift+Tab');
  await pressOn(named(page, 'link', 'Scale'), 'Enter');
  await expect(page.locator('.main-figure')).toBeVisible();
  await expect(named(page, 'link', 'Scale')).toBeFocused();
  expect(complaints.list).toEqual([]);
});

test('a sweep by keys: chosen, begun, cancelled, and a point of it opened', deep, async ({ page }) => {
  await open(page, 'view=scale&walks=2000');
  await tabTo(page, page.getByRole('combobox', { name: 'sweep' }));
  await page.keyboard.press('ArrowDown');
  await expectExperiment(page, { sweep: 'width' });
  await page.keyboard.press('ArrowUp');
  await expectExperiment(page, { sweep: 'gain' });
  await tabTo(page, named(page, 'button', 'Run'));
  await page.keyboard.press('Enter');
  await expect(page.locator('.progress')).toContainText(/\b([2-9]|1\d) of 18 points/);
  await pressOn(named(page, 'button', 'Cancel'), 'Enter');
  await expect(page.locator('.progress')).toContainText('cancelled');
  const points = page.locator('.main-figure svg a');
  await tabTo(page, points.first());
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.readout')).toContainText('standard errors off');
  await pressOn(points.nth(1), 'Enter');
  await expect(named(page, 'link', 'Walk')).toBeFocused();
  await expectExperiment(page, { view: 'walk', gain: expect.any(Number) });
});

test('training by keys: another learning rate, begun, held, one step', deep, async ({ page }) => {
  await open(page, 'view=train&data=spirals&batch=8&steps=100000&rate=0.01');
  await tabTo(page, sliderOf(page, 'learning rate'));
  await page.keyboard.press('ArrowRight');
  await expectExperiment(page, { rate: 0.011 });
  await tabTo(page, named(page, 'button', 'Run'));
  await page.keyboard.press('Space');
  await expectBeyond(page, 0);
  await pressOn(named(page, 'button', 'Pause'), 'Space');
  await expect(page.locator('.train-progress')).toContainText('paused');
  await expect(named(page, 'button', 'Run')).toBeFocused();
  const held = await heldAt(page);
  await page.keyboard.press('Tab');
  await pressOn(named(page, 'button', 'Step'), 'Enter');
  await expect.poll(() => progressOf(page)).toBe(held + 1);
});

test(
  'a lesson by keys: guessed, shown, the next one, a lecture, and the lecturer’s tools',
  deep,
  async ({ page }) => {
    await open(page, 'view=learn&lesson=3');
    const title = page.locator('.lesson h2');
    const [next, present] = [named(page, 'button', 'Next'), named(page, 'button', 'Present')];
    await tabTo(page, page.locator('.prediction-choices button').nth(1));
    await page.keyboard.press('Enter');
    await expect(page.locator('.verdict')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.locator('main :focus'), 'the figure comes next').toHaveAttribute(
      'aria-label',
      'nonlinearity',
    );
    await tabTo(page, next, 'Shift+Tab');
    await pressOn(next, 'Enter');
    await expect(title).toHaveText('The gain that cancels the drift');
    await pressOn(next, 'Enter');
    await expect(page.locator('.walk-figure')).toBeVisible();
    await pressOn(next, 'Enter');
    await expect(title).toHaveText('The spread that no gain removes');

    await tabTo(page, present);
    await pressOn(present, 'Enter');
    const place = page.locator('.lesson-place');
    await expect(place).toHaveText(/Lesson 5 of/);
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.walk-figure')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(place).toHaveText(/Lesson 6 of/);
    await page.keyboard.press('Escape');
    await expect(present, 'the lecture gives the focus back').toBeFocused();
    await page.keyboard.press('Tab');
    await expect(named(page, 'button', 'Presenter’s window')).toBeFocused();
    await visitDialog(page, 'For teachers');
    await visitDialog(page, 'Keys (?)');
  },
);

for (const { view, width, height } of [
  { view: 'walk', width: 1280, height: 720 },
  { view: 'train', width: 1280, height: 720 },
  { view: 'scale', width: 1280, height: 720 },
  { view: 'learn', width: 1280, height: 720 },
  { view: 'walk', width: 390, height: 844 },
]) {
  test(
    `Tab reaches everything once, in the order of the eye, and shows where it is: ${view}, ${width} px`,
    deepUnless(width < height),
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      await open(page, `view=${view}&walks=5`);
      await expect(page.locator('.figure-menu, .prediction').first()).toBeVisible();
      // Stops that come with the engine, and with what can be kept.
      if (view === 'walk') await expect(page.locator('.first-use button')).toBeVisible();
      if (view === 'walk' || view === 'train') await expect(named(page, 'button', 'Keep')).toBeEnabled();
      const stops = await tabThrough(page);
      expect(stops.length).toBeGreaterThan(25);
      expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
      expect(stops.filter(({ coveredBy }) => coveredBy !== '')).toEqual([]);
      const regions = stops.map(({ region }) => region);
      const order = ['header', 'side', 'main', 'foot'].flatMap((name) =>
        regions.filter((region) => region === name),
      );
      expect(regions).toEqual(order);
      if (width < 820) return;
      expect(stops.filter(({ scrolled: [x, y] }) => x !== 0 || y !== 0)).toEqual([]);
      // A control's slider may stand below its number, and a row's parts a little apart; nothing jumps back up the column.
      const side = stops.filter(({ region }) => region === 'side');
      const jumps = side.filter((stop, i) => {
        const before = side[i - 1];
        if (!before) return false;
        // What the column has scrolled meanwhile is no jump.
        const scrolled =
          stop.columnTop === null || before.columnTop === null ? 0 : stop.columnTop - before.columnTop;
        return stop.y + scrolled < before.y - 40;
      });
      expect(jumps).toEqual([]);
    },
  );
}

test('what is typed into a field is taken as typed, though its value changes by itself meanwhile', async ({
  page,
}) => {
  await open(page, 'view=walk');
  const field = page.getByRole('textbox', { name: 'depth, as a number' });
  await field.focus();
  await setKeys(page, { depth: 33 });
  await expectExperiment(page, { depth: 33 });
  await page.keyboard.type('7');
  await expect(field).toHaveValue('7');
  await pressOn(field, 'Enter');
  await expectExperiment(page, { depth: 7 });

  await field.blur();
  await field.focus();
  await setKeys(page, { depth: 44 });
  await field.blur();
  await expect(field).toHaveValue('44');
  await expectExperiment(page, { depth: 44 });
});
