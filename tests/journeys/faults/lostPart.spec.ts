import { expect, type Page, test } from '@playwright/test';
import type {} from '#api/gradientWalkApi.ts';
import { deepUnless } from '../deep.ts';
import { expectReady, turnTo } from '../walkPage.ts';
import { type Loss, losePart } from './losePart.ts';

const quiet = 'run=0&backend=cpu';

const failure = (page: Page) => page.locator('.part-failure');
const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

/** A part of the page that comes when it is asked for. */
interface Part {
  /** What the page calls it when it is not there. */
  readonly name: string;
  /** What its files are called. */
  readonly files: readonly RegExp[];
  /** Asks for it. */
  readonly open: (page: Page) => Promise<void>;
  /** What it shows when it is there. */
  readonly shown: string;
  /** Leaves it, where it hides what comes next. */
  readonly leave?: (page: Page) => Promise<void>;
}

const view = (name: string) => (page: Page) => page.getByRole('link', { name, exact: true }).click();
const button = (name: string) => (page: Page) => click(page, name);
const unfold = (name: string) => (page: Page) => page.locator('.insights summary', { hasText: name }).click();
const close = (page: Page) => page.keyboard.press('Escape');

const ofWalk: readonly Part[] = [
  {
    name: 'the share dialog',
    files: [/^ShareDialog-.*\.js$/, /^ShareDialog-.*\.css$/],
    open: button('Share'),
    shown: '.share',
    leave: close,
  },
  {
    name: 'the Python dialog',
    files: [/^PythonDialog-.*\.js$/],
    open: button('Python'),
    shown: '[role=dialog]',
    leave: close,
  },
  {
    name: 'the figure’s menu',
    files: [/^WalkMenu-.*\.js$/],
    open: (page) => page.locator('.figure-menu').first().click(),
    shown: '[role=menu]',
    leave: close,
  },
  {
    name: 'the explanation',
    files: [/^OpenTip-.*\.js$/],
    open: (page) => page.locator('.help-word').first().click(),
    shown: '.help-text',
    leave: close,
  },
  {
    name: 'this figure',
    files: [/^InsightFigure-.*\.js$/],
    open: unfold('The right gain does not fix: directions align'),
    shown: '.insights figure',
  },
  {
    name: 'the comparison',
    files: [/^ComparePanel-.*\.js$/],
    open: unfold('Compare'),
    shown: '.insights .compare',
  },
  {
    name: 'the table of numbers',
    files: [/^TablePanel-.*\.js$/, /^TablePanel-.*\.css$/],
    open: async (page) => {
      await page.locator('.figure-menu').first().click();
      await page.getByRole('menuitem').first().click();
    },
    shown: '.table-panel',
    leave: close,
  },
  {
    name: 'the embedded view',
    files: [/^EmbedPage-.*\.js$/],
    open: (page) => page.evaluate(() => void window.gradientWalk.set({ embed: 1 })),
    shown: '.embed-bar',
  },
];

const views: readonly Part[] = [
  {
    name: 'the training view',
    files: [/^TrainPage-.*\.js$/, /^(TrainPage|useWakeLock)-.*\.css$/, /^training-.*\.js$/],
    open: view('Train'),
    shown: '.train-figures',
  },
  {
    name: 'the scale view',
    files: [/^ScalePage-.*\.js$/, /^(ScalePage|sweepPlot)-.*\.css$/, /^sweep-.*\.js$/],
    open: view('Scale'),
    shown: '.is-scale .main figure',
  },
  {
    name: 'the lessons',
    files: [/^LearnPage-.*\.js$/, /^lessonTexts-.*\.css$/],
    open: view('Learn'),
    shown: '.lesson',
  },
  {
    name: 'the list of keys',
    files: [/^KeyHelp-.*\.js$/],
    open: button('Keys (?)'),
    shown: '.key-help',
    leave: close,
  },
  {
    name: 'the page for teachers',
    files: [/^TeachingDialog-.*\.js$/],
    open: button('For teachers'),
    shown: '.teaching',
    leave: async (page) => {
      await close(page);
      await turnTo(page, `#view=learn&lesson=8&${quiet}`);
    },
  },
  {
    name: 'the lesson’s training',
    files: [/^LessonTraining-.*\.js$/],
    open: button('Show me'),
    shown: '.lesson-training',
  },
];

const ofProjector: readonly Part[] = [
  {
    name: 'the settings',
    files: [/^OpenSheet-.*\.js$/],
    open: button('All settings'),
    shown: '.sheet',
  },
];

/** Asks for a part while a file of it is lost, twice, and then finds it. */
async function loseAndFind(page: Page, part: Part, file: RegExp, how: Loss): Promise<void> {
  const { name, open, shown, leave } = part;
  const { lost, find } = await losePart(page, file, how);
  await open(page);
  await expect(failure(page)).toContainText(`Could not load ${name}.`);
  expect(lost.length).toBeGreaterThan(0);
  await expect(page.locator(shown)).toHaveCount(0);
  // Still lost: said again, and a second way is offered.
  await click(page, 'Try again');
  await expect(failure(page).getByRole('button', { name: 'Open the page anew' })).toBeVisible();
  expect(lost.length).toBeGreaterThan(1);
  await find();
  await click(page, 'Try again');
  await expect(page.locator(shown).first()).toBeVisible();
  await expect(failure(page)).toHaveCount(0);
  if (file.source.includes('css')) {
    const styles = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href ?? ''));
    expect(styles.some((href) => file.test(href.split('/').at(-1) ?? ''))).toBe(true);
  }
  await leave?.(page);
}

/** A page loads each part once, so that it takes as many pages as a part has files. */
for (const [what, hash, parts, nth, how] of [
  ['what the walk asks for', '', ofWalk, 0, 'missing'],
  ['views, and what lessons ask for', '', views, 0, 'offline'],
  ['second files', '', [...ofWalk, ...views], 1, 'offline'],
  ['third files', '', [...ofWalk, ...views], 2, 'missing'],
  ['the settings on a projector', 'theme=projector&', ofProjector, 0, 'offline'],
] as const) {
  test(
    `${what}, ${how}: the page says what is lost, and Try again brings it`,
    deepUnless(parts === views),
    async ({ page }) => {
      await page.goto(`./#${hash}${quiet}`);
      await expectReady(page, 'cpu');
      for (const part of parts) {
        const file = part.files[nth];
        if (!file) continue;
        await test.step(`${part.name}: ${file.source}`, () => loseAndFind(page, part, file, how));
      }
    },
  );
}
