import type { Page } from '@playwright/test';
import { languageNames } from '#experiment/language.ts';
import { lessonNames } from '#experiment/lessons/lessonNames.ts';
import type { SeededChoice } from './seededChoice.ts';

/** Does something to the page, and says what. */
export type MonkeyAction = (page: Page, choice: SeededChoice) => Promise<string>;

/** What opens other windows, writes files or leaves the page. */
const forbidden =
  /print|druck|imprim|save|sicher|enregistr|download|open|öffn|ouvr|copy|kopier|copi|window|fenster|fenêtre|png|svg|csv|python/i;

/** An element that was picked: what it is called, and where its middle is, px. */
interface Picked {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** One of the visible elements of a selector, focused; null where there is none, or another lies over it. */
function pick(page: Page, selector: string, share: number): Promise<Picked | null> {
  return page.evaluate(
    ({ selector: wanted, share: chosen, source }) => {
      const nameOf = (element: Element) =>
        element.getAttribute('aria-label') ??
        element.getAttribute('name') ??
        element.textContent?.trim() ??
        '';
      const all = [...document.querySelectorAll<HTMLElement>(wanted)].filter(
        (element) => element.checkVisibility() && !new RegExp(source, 'i').test(nameOf(element)),
      );
      const element = all[Math.floor(chosen * all.length)];
      if (!element) return null;
      element.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const over = document.elementFromPoint(x, y);
      if (!over || !(element.contains(over) || over.contains(element))) return null;
      element.focus();
      return { name: nameOf(element), x, y };
    },
    { selector, share, source: forbidden.source },
  );
}

/** Acts on one of the visible elements of a selector. */
const on =
  (
    what: string,
    selector: string,
    act: (picked: Picked, page: Page, choice: SeededChoice) => Promise<string>,
  ): MonkeyAction =>
  async (page, choice) => {
    const picked = await pick(page, selector, choice.share());
    return picked ? `${what} ${picked.name} ${await act(picked, page, choice)}` : `${what}: none`;
  };

/** Networks of these ends would take a processor minutes a step of training. */
const slider = (page: Page) =>
  /view=(train|scale|learn)/.test(page.url())
    ? '[role=slider]:not([aria-label=depth], [aria-label=width], [aria-label=Tiefe], [aria-label=Breite])'
    : '[role=slider]';

const sliderKeys = ['Home', 'End', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown'] as const;

const pressSlider: MonkeyAction = (page, choice) =>
  on('slider', slider(page), async () => {
    const key = choice.of(sliderKeys);
    await page.keyboard.press(key);
    return key;
  })(page, choice);

const dragSlider: MonkeyAction = (page, choice) =>
  on('drag', slider(page), async ({ x, y }) => {
    const to = choice.of([-2000, 2000, -40, 40]);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + to / 2, y);
    await page.mouse.move(x + to, y);
    await page.mouse.up();
    return String(to);
  })(page, choice);

/** Chooses in the select that has the focus; other backends would wait for a software adapter. */
const selectFocused = (page: Page, wanted: string | number) =>
  page.evaluate((one) => {
    const select = document.activeElement;
    if (!(select instanceof HTMLSelectElement)) return 'gone';
    const values = [...select.options].filter(({ disabled }) => !disabled).map(({ value }) => value);
    const value = typeof one === 'string' ? one : (values[Math.floor(one * values.length)] ?? '');
    if (/^(auto|webgpu|webgl|wasm|cpu)$/.test(value)) return 'kept';
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return value;
  }, wanted);

const languages = 'select:has(option[value=en])';

const choose = on('choice', `select:not(${languages})`, (_, page, choice) =>
  selectFocused(page, choice.share()),
);

const chooseLanguage = on('language', languages, (_, page, choice) =>
  selectFocused(page, choice.of(languageNames)),
);

const typed = [
  '3',
  '12',
  '0',
  '-5',
  '1e9',
  '1e308',
  '-1e-320',
  '',
  'abc',
  'NaN',
  'Infinity',
  '1,43',
  '1 000',
  '1.000',
  '１２',
  '1/3',
  'sqrt(2)',
  '9'.repeat(80),
  '0x10',
  '--',
  '1e-3',
] as const;

const typeNumber = on('type', 'input.number', async (_, page, choice) => {
  const text = choice.of(typed);
  const key = choice.of(['Enter', 'Escape', 'Tab']);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
  await page.keyboard.press(key);
  return `${JSON.stringify(text)} ${key}`;
});

/** Everything is small, so that a step costs milliseconds on a processor. */
const small = 'backend=cpu&depth=6&width=8&walks=60&batch=16&steps=30&data=spirals';

const links = [
  `#${small}`,
  `#${small}&f=tanh&residual=4&depth=500`,
  `#${small}&f=relu&gain=wrong&depth=300`,
  `#${small}&weights=orthogonal&f=linear`,
  `#${small}&f=gelu&gain=10&bias=10&input=1000`,
  `#${small}&pass=weights&f=selu&gain=0.01&depth=1000`,
  `#${small}&pass=forward&ensemble=inputs&f=sin`,
  `#${small}&sampler=free&width=1&residual=0.5`,
  `#${small}&view=train&task=encode`,
  `#${small}&view=scale&sweep=widths&widths=8-8-4-8`,
  `#${small}&view=learn&lesson=3`,
  `#${small}&hide=sliders,readouts,theme,share,tabs`,
  `#${small}&hide=run,figures,sentence`,
  `#backend=cpu&walks=60&depth=NaN&width=Infinity&gain=undefined&residual=1e400`,
  `#${small}&depth=-1&gain=1,43&walks=1e99&dream=true`,
  `#${small}%00&%E0%A4%A=1&&&==`,
  `#${small}&theme=projector`,
] as const;

const pasteLink: MonkeyAction = async (page, choice) => {
  const link = choice.of(links);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link);
  return `link ${link}`;
};

const openLesson: MonkeyAction = async (page, choice) => {
  const link = `#view=learn&lesson=${1 + Math.floor(choice.share() * lessonNames.length)}&backend=cpu&depth=20&width=8&walks=40`;
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link);
  return `lesson ${link}`;
};

const sweep: MonkeyAction = async (page, choice) => {
  const name = choice.of(['gain', 'width', 'map', 'budget', 'mean', 'widths']);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${small}&view=scale&sweep=${name}`);
  return `sweep ${name}`;
};

const train: MonkeyAction = async (page, choice) => {
  const link = `#${small}&view=train&f=${choice.of(['relu', 'tanh', 'linear'])}&rate=${choice.of([0.01, 1, 100])}`;
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link);
  return `train ${link}`;
};

const travel: MonkeyAction = async (page, choice) => {
  const step = choice.of([-1, 1, -2]);
  await page.evaluate((by) => history.go(by), step);
  return `history ${step}`;
};

const resize: MonkeyAction = async (page, choice) => {
  const [width, height] = choice.of([
    [1280, 720],
    [640, 360],
    [320, 568],
    [1024, 768],
    [1920, 1080],
  ] as const);
  await page.setViewportSize({ width, height });
  return `resize ${width} x ${height}`;
};

const pressKey: MonkeyAction = async (page, choice) => {
  const key = choice.of(['Escape', 'Tab', 'Tab', 'Space', 'PageDown', 'PageUp', '?', 'ArrowRight', 'Home']);
  await page.keyboard.press(key);
  return `key ${key}`;
};

const click = (what: string, selector: string) =>
  on(what, selector, async ({ x, y }, page) => {
    await page.mouse.click(x, y);
    return '';
  });

/** What a visitor may do, with how often, of a hundred. */
export const monkeyActions: readonly (readonly [action: MonkeyAction, share: number])[] = [
  [pressSlider, 17],
  [dragSlider, 12],
  [choose, 12],
  [typeNumber, 10],
  [click('button', 'button'), 14],
  [click('run', '.run-buttons button'), 10],
  [click('radio', '[role=radio]'), 3],
  [click('box', 'input[type=checkbox]'), 2],
  [click('tab', '.view-tabs a'), 3],
  [click('disclosure', 'summary'), 1],
  [chooseLanguage, 1],
  [pasteLink, 5],
  [openLesson, 2],
  [sweep, 1],
  [train, 2],
  [travel, 3],
  [resize, 3],
  [pressKey, 6],
];
