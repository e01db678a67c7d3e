import { expect, type Locator, type Page } from '@playwright/test';
import type {} from '#api/gradientWalkApi.ts';
import type { WalkResults } from '#run/walk/walkResults.ts';

/** What the page complained of since it was opened. */
export interface Complaints {
  readonly list: string[];
}

/** Listens to the console and to uncaught errors; call before opening the page. */
export function complaintsOf(page: Page): Complaints {
  const list: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') list.push(message.text());
  });
  page.on('pageerror', (error) => list.push(error.message));
  return { list };
}

/** Opens the app and waits until a backend is ready; fails unless it is the expected one. */
export async function openWalk(page: Page, hash = '', backend = 'webgpu'): Promise<void> {
  await page.goto(`./${hash}`);
  const ready = await page.evaluate(() => window.gradientWalk.ready);
  expect(ready).toMatchObject({ backend, selfTest: { passed: true } });
}

/** Changes keys through the programs' API and runs to the end. */
export async function runWalk(
  page: Page,
  change: Readonly<Record<string, unknown>> = {},
): Promise<WalkResults> {
  return page.evaluate((keys) => {
    window.gradientWalk.set(keys);
    return window.gradientWalk.run() as Promise<WalkResults>;
  }, change);
}

/** A slider of the column of controls; the live sentence has sliders of the same names. */
export function sliderOf(page: Page, name: string): Locator {
  return page.locator('.control-column').getByRole('slider', { name, exact: true });
}
