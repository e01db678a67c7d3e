import { expect, type Page, test } from '@playwright/test';
import type {} from '#api/gradientWalkApi.ts';
import { expectReady } from '../walkPage.ts';
import { losePart } from './losePart.ts';

const quiet = 'run=0&backend=cpu';

const failure = (page: Page) => page.locator('.part-failure');
const click = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

interface Part {
  /** What its file is called. */
  readonly file: RegExp;
  readonly hash: string;
  /** Asks for it. */
  readonly open: (page: Page) => Promise<void>;
  /** What it shows when it is there. */
  readonly shown: string;
  /** What the page calls it when it is not. */
  readonly name: string;
}

const view = (name: string) => (page: Page) => page.getByRole('link', { name, exact: true }).click();

const parts: readonly Part[] = [
  {
    file: /^TrainPage-.*\.js$/,
    hash: '',
    open: view('Train'),
    shown: '.train-figures',
    name: 'the training view',
  },
  {
    file: /^(TrainPage|useWakeLock)-.*\.css$/,
    hash: '',
    open: view('Train'),
    shown: '.train-figures',
    name: 'the training view',
  },
  {
    file: /^training-.*\.js$/,
    hash: '',
    open: view('Train'),
    shown: '.train-figures',
    name: 'the training view',
  },
  {
    file: /^ScalePage-.*\.js$/,
    hash: '',
    open: view('Scale'),
    shown: '.is-scale .main figure',
    name: 'the scale view',
  },
  {
    file: /^ScalePage-.*\.css$/,
    hash: '',
    open: view('Scale'),
    shown: '.is-scale .main figure',
    name: 'the scale view',
  },
  {
    file: /^sweep-.*\.js$/,
    hash: '',
    open: view('Scale'),
    shown: '.is-scale .main figure',
    name: 'the scale view',
  },
  { file: /^LearnPage-.*\.js$/, hash: '', open: view('Learn'), shown: '.lesson', name: 'the lessons' },
  { file: /^lessonTexts-.*\.css$/, hash: '', open: view('Learn'), shown: '.lesson', name: 'the lessons' },
  {
    file: /^ShareDialog-.*\.js$/,
    hash: '',
    open: (page) => click(page, 'Share'),
    shown: '.share',
    name: 'the share dialog',
  },
  {
    file: /^ShareDialog-.*\.css$/,
    hash: '',
    open: (page) => click(page, 'Share'),
    shown: '.share',
    name: 'the share dialog',
  },
  {
    file: /^PythonDialog-.*\.js$/,
    hash: '',
    open: (page) => click(page, 'Python'),
    shown: '[role=dialog]',
    name: 'the Python dialog',
  },
  {
    file: /^WalkMenu-.*\.js$/,
    hash: '',
    open: (page) => page.locator('.figure-menu').first().click(),
    shown: '[role=menu]',
    name: 'the figure’s menu',
  },
  {
    file: /^OpenTip-.*\.js$/,
    hash: '',
    open: (page) => page.locator('.help-word').first().click(),
    shown: '.help-text',
    name: 'the explanation',
  },
  {
    file: /^InsightFigure-.*\.js$/,
    hash: '',
    open: (page) => page.locator('.insights summary').first().click(),
    shown: '.insights figure',
    name: 'this figure',
  },
  {
    file: /^OpenSheet-.*\.js$/,
    hash: 'theme=projector&',
    open: (page) => click(page, 'All settings'),
    shown: '.sheet',
    name: 'the settings',
  },
  {
    file: /^EmbedPage-.*\.js$/,
    hash: '',
    open: (page) => page.evaluate(() => void window.gradientWalk.set({ embed: 1 })),
    shown: '.embed-bar',
    name: 'the embedded view',
  },
  {
    file: /^KeyHelp-.*\.js$/,
    hash: 'view=learn&',
    open: (page) => click(page, 'Keys (?)'),
    shown: '.key-help',
    name: 'the list of keys',
  },
  {
    file: /^TeachingDialog-.*\.js$/,
    hash: 'view=learn&',
    open: (page) => click(page, 'For teachers'),
    shown: '.teaching',
    name: 'the page for teachers',
  },
  {
    file: /^LessonTraining-.*\.js$/,
    hash: 'view=learn&lesson=8&',
    open: (page) => click(page, 'Show me'),
    shown: '.lesson-training',
    name: 'the lesson’s training',
  },
];

for (const [index, { file, hash, open, shown, name }] of parts.entries()) {
  const how = index % 2 === 0 ? 'missing' : 'offline';
  test(`${file.source}, ${how}: the page says what is lost, and Try again brings it`, async ({ page }) => {
    await page.goto(`./#${hash}${quiet}`);
    await expectReady(page, 'cpu');
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
    const styles = await page.evaluate(() => [...document.styleSheets].map(({ href }) => href ?? ''));
    if (file.source.includes('css')) {
      expect(styles.some((href) => file.test(href.split('/').at(-1) ?? ''))).toBe(true);
    }
  });
}
