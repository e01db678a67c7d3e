import { expect, type Locator, type Page } from '@playwright/test';

/** Where the Tab key came to rest. */
export interface TabStop {
  /** Place in the list of what should be reached; -1 for what is not in it. */
  readonly at: number;
  readonly name: string;
  readonly region: 'notice' | 'header' | 'side' | 'main' | 'foot';
  readonly x: number;
  readonly y: number;
  /** How far the column that it stands in is scrolled; null where it stands in none that scrolls. */
  readonly columnTop: number | null;
  /** Whether something shows that it has the focus, and showed nothing before. */
  readonly isMarked: boolean;
  /** What lies over its middle; empty when nothing does. */
  readonly coveredBy: string;
  readonly scrolled: readonly [x: number, y: number];
}

/** Numbers everything on the page that a Tab key should reach, and returns the names: a group of choices is one. */
async function numberStops(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wanted = 'a[href], button, input, select, textarea, summary, [role=slider], a[tabindex="0"]';
    const stops = Array.from(document.querySelectorAll<HTMLElement>(wanted)).filter((element) => {
      if (element.matches(':disabled, [hidden]') || !element.checkVisibility({ visibilityProperty: true }))
        return false;
      // One radio of a group, and one point of a figure, stand for the rest.
      if (element.matches('input[type=radio]:not(:checked)')) return false;
      return element.tabIndex >= 0 || element.matches('[role=radio][aria-checked=true]');
    });
    for (const [i, element] of stops.entries()) {
      element.setAttribute('data-stop', String(i));
      element.setAttribute('data-outline', getComputedStyle(element).outlineStyle);
    }
    return stops.map((element) => element.getAttribute('aria-label') ?? element.textContent.trim());
  });
}

/** What has the focus; null for the page itself. */
function focusedStop(page: Page): Promise<TabStop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { x, y, width, height } = element.getBoundingClientRect();
    const over = document.elementFromPoint(x + width / 2, y + height / 2);
    const isOver = over === null || !(element.contains(over) || over.contains(element));
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    // Points of a figure wear their ring as a mark.
    const mark = element.querySelector('.reach, .field');
    const hasMark = mark !== null && Number.parseFloat(getComputedStyle(mark).strokeWidth) >= 2;
    let column = element.parentElement;
    while (column && !/auto|scroll/.test(getComputedStyle(column).overflowY)) column = column.parentElement;
    const regions = { header: '.header', side: '.side, .lesson-side', main: 'main', foot: '.foot' } as const;
    const region = (Object.keys(regions) as (keyof typeof regions)[]).find((name) =>
      element.closest(regions[name]),
    );
    return {
      at: Number(element.getAttribute('data-stop') ?? -1),
      name: element.getAttribute('aria-label') ?? (element.textContent ?? '').trim(),
      region: region ?? 'notice',
      x,
      y,
      columnTop: column?.scrollTop ?? null,
      isMarked: (hasRing && element.getAttribute('data-outline') === 'none') || hasMark,
      coveredBy: isOver ? (over?.outerHTML.slice(0, 60) ?? 'the edge of the window') : '',
      scrolled: [scrollX, scrollY] as const,
    };
  });
}

/** Presses Tab from the top of the page until it has gone once round; expects every stop once. */
export async function tabThrough(page: Page): Promise<readonly TabStop[]> {
  const names = await numberStops(page);
  const stops: TabStop[] = [];
  for (let press = 0; press <= names.length; press++) {
    await page.keyboard.press('Tab');
    const stop = await focusedStop(page);
    // Between the last stop and the first the browser's own may lie, or none.
    if (!stop || stop.at === stops[0]?.at) break;
    stops.push(stop);
  }
  expect(stops.map(({ at, name }) => names[at] ?? `not in the list: ${name}`)).toEqual(names);
  return stops;
}

/** Presses a key, Tab unless told, until an element has the focus. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let press = 0; press < 90; press++) {
    await page.keyboard.press(key);
    if (await target.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))) return;
  }
  throw new Error(`${key} does not reach ${target}.`);
}

/** Presses a key on what should have the focus, once it has it: a key that follows a focus may come before it. */
export async function pressOn(target: Locator, key: string): Promise<void> {
  await expect(target).toBeFocused();
  await target.page().keyboard.press(key);
}
