import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import type { GradientWalkApi, Results } from '#api/gradientWalkApi.ts';
import type { ParameterKey } from '#experiment/experiment.ts';
import { parseLink } from '#experiment/link/linkCodec.ts';
import type { WalkResults } from '#run/walk/walkResults.ts';

/** Where the app is open: a page, or a frame of one. */
type Opened = Page | Frame;

/** Keys of the link with values as the link would read them. */
type Change = Readonly<Partial<Record<ParameterKey, string | number>>>;

/** Some keys of the experiment with their values, or matchers of them. */
type Values = Readonly<Partial<Record<ParameterKey, unknown>>>;

/** What the page complained of since it was opened. */
export interface Complaints {
  readonly list: string[];
}

/** Listens to the console and to uncaught errors; call before opening the page. */
export function complaintsOf(page: Page): Complaints {
  const list: string[] = [];
  page.on('console', (message) => {
    // The tab's icon is asked for by the browser itself, whenever it likes.
    const isIcon = /\/icon[^/]*\.(svg|png)$/.test(message.location().url);
    if (message.type() === 'error' && !isIcon) list.push(message.text());
  });
  page.on('pageerror', (error) => list.push(error.message));
  return { list };
}

/** What walks when a link asks for it where no graphics card is: WebAssembly, unless it names one of the others. */
const walkingBackend = (hash: string) => /\bbackend=(cpu|webgpu)\b/.exec(hash)?.[1] ?? 'wasm';

/** Waits until a backend is ready; fails unless it is the expected one. */
export async function expectReady(page: Opened, backend: string): Promise<void> {
  await page.waitForFunction(() => 'gradientWalk' in window);
  const ready = await page.evaluate(() => window.gradientWalk.ready);
  expect(ready).toMatchObject({ backend, selfTest: { passed: true } });
}

/** Opens the app and waits until a backend is ready; fails unless it is the one that the link asks for. */
export async function openWalk(page: Page, hash = '', backend = walkingBackend(hash)): Promise<void> {
  await page.goto(`./${hash}`);
  await expectReady(page, backend);
}

/** Polls the experiment until it has these values, through a navigation too. */
export async function expectExperiment(page: Opened, wanted: Values): Promise<void> {
  await expect(async () => {
    expect(await page.evaluate(() => window.gradientWalk.experiment())).toMatchObject(wanted);
  }).toPass();
}

/** Opens another link in the same page, without loading it anew, and waits until the experiment is the link's. */
export async function turnTo(page: Opened, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
  await expectExperiment(page, parseLink(hash).experiment);
}

/** Changes keys through the programs' API; returns the notices. */
export function setKeys(page: Opened, change: Change): Promise<ReturnType<GradientWalkApi['set']>> {
  return page.evaluate((keys) => window.gradientWalk.set(keys), change);
}

/** Results of one kind of run. */
export type ResultsOf<K extends Results['kind']> = Extract<Results, { kind: K }>;

/** The results, which must be of the kind that was asked for. */
export function ofKind<K extends Results['kind']>(results: Results | null, kind: K): ResultsOf<K> {
  const isOfKind = (found: Results | null): found is ResultsOf<K> => found?.kind === kind;
  if (!isOfKind(results)) throw new Error(`Results of kind ${results?.kind}, and not ${kind}.`);
  return results;
}

/** Changes keys and runs the view that is then open to its end. */
export async function run<K extends Results['kind']>(
  page: Opened,
  kind: K,
  change: Change = {},
): Promise<ResultsOf<K>> {
  const results = await page.evaluate((keys) => {
    window.gradientWalk.set(keys);
    return window.gradientWalk.run();
  }, change);
  return ofKind(results, kind);
}

/** Changes keys and walks to the end. */
export const runWalk = (page: Opened, change: Change = {}): Promise<WalkResults> => run(page, 'walk', change);

/** Changes keys and trains to the end. */
export const runTraining = (page: Opened, change: Change = {}) =>
  run(page, 'train', { view: 'train', ...change });

/** A slider of the column of controls; the live sentence has sliders of the same names. */
export function sliderOf(page: Page, name: string): Locator {
  return page.locator('.control-column').getByRole('slider', { name, exact: true });
}

/** Expects nothing wider than the window; on a wide one nothing higher either. */
export async function expectNoScroll(page: Page): Promise<void> {
  const extent = () =>
    page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return {
        tooWide: scrollWidth - innerWidth,
        tooHigh: innerWidth > 820 ? scrollHeight - innerHeight : 0,
      };
    });
  await expect(async () => {
    const { tooWide, tooHigh } = await extent();
    expect([tooWide, tooHigh].map((px) => Math.max(0, px))).toEqual([0, 0]);
  }).toPass();
}
