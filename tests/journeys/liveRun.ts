import { expect, type Page } from '@playwright/test';
import type { Results } from '#api/gradientWalkApi.ts';
import { ofKind, type ResultsOf } from './walkPage.ts';

/** How far a run is: its walks, steps or points; 0 before the first, and while the page opens. */
export function progressOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    if (!('gradientWalk' in window)) return 0;
    const results = window.gradientWalk.results();
    if (results === null) return 0;
    if (results.kind === 'scale') return results.rows.length;
    return results.kind === 'walk' ? results.walks : results.step;
  });
}

/** Polls until a run has come further than `done`. */
export const expectBeyond = (page: Page, done: number) =>
  expect.poll(() => progressOf(page)).toBeGreaterThan(done);

/** Polls the results of the view that is open until they have these values, and returns them. */
export async function expectResults<K extends Results['kind']>(
  page: Page,
  kind: K,
  wanted: Readonly<Record<string, unknown>> = {},
): Promise<ResultsOf<K>> {
  let results: Results | null = null;
  await expect(async () => {
    results = await page.evaluate(() => window.gradientWalk.results());
    expect(results).toMatchObject({ kind, ...wanted });
  }).toPass();
  return ofKind(results, kind);
}

/** Turns of the event loop in which a run that goes on would have come further. */
const turns = 30;

/** Lets the page and each of its workers turn its event loop so often that what was under way has arrived. */
export async function letArrive(page: Page): Promise<void> {
  const turn = async (count: number) => {
    for (let i = 0; i < count; i++) await new Promise((resolve) => setTimeout(resolve));
  };
  await Promise.all(page.workers().map((worker) => worker.evaluate(turn, turns)));
  await page.evaluate(turn, turns);
}

/** How far a run that was paused is, when all that was under way has arrived. */
export async function heldAt(page: Page): Promise<number> {
  await letArrive(page);
  return progressOf(page);
}
