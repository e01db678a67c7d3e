import { type Browser, expect, type Page, test } from '@playwright/test';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { lessonExperiment } from '#experiment/lessons/lessonExperiment.ts';
import { lessonNames } from '#experiment/lessons/lessonNames.ts';
import { formatLink } from '#experiment/link/linkCodec.ts';
import type { TrainResults } from '#run/train/trainResults.ts';
import type { WalkResults } from '#run/walk/walkResults.ts';
import { deepUnless } from './deep.ts';
import { openWalk } from './walkPage.ts';

/** What makes a run of the lesson's network quick on any machine; it is in the link that is reopened. */
function few(lesson: number): Readonly<Record<string, number | string>> {
  const { walks, width } = lessonExperiment(lesson);
  return engineOf({ view: 'learn', lesson }) === 'train'
    ? { steps: 2, batch: 8, depth: 20, backend: 'wasm', run: 0 }
    : { walks: Math.min(walks, 8), width: Math.min(width, 32), backend: 'cpu', run: 0 };
}

/** Runs what the page shows, changed by some keys: what came out, and the link that the page then has. */
async function measure(page: Page, change: Readonly<Record<string, number | string>> = {}) {
  const answer = await page.evaluate(async (keys) => {
    const notices = window.gradientWalk.set(keys);
    const results = (await window.gradientWalk.run()) as WalkResults | TrainResults;
    return { notices, results, experiment: window.gradientWalk.experiment() };
  }, change);
  // The link is written when changes have rested.
  const hash = `#${formatLink(answer.experiment)}`;
  await expect.poll(() => new URL(page.url()).hash).toBe(hash);
  return { ...answer, hash };
}

/** The same in a page that knows nothing but the link. */
async function measureAfresh(page: Page, hash: string) {
  await openWalk(page, hash);
  return measure(page);
}

/** A page of a browser that has not been here before. */
async function newcomer(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, serviceWorkers: 'block' });
  return context.newPage();
}

/** Everything that was measured, without times. */
const measured = (results: WalkResults | TrainResults) =>
  results.kind === 'walk'
    ? { final: results.final, dead: results.dead, lnZ: results.lnZ }
    : { loss: results.loss, accuracy: results.accuracy, norms: results.gradientNorms.perLayer };

/** One lesson stands for all; trainings are seen again in a fresh browser by faults/runs.spec.ts. */
const sample = [2];

for (const lesson of lessonNames.map((_, i) => i + 1)) {
  test(
    `the link of lesson ${lesson}, reopened in a fresh browser, shows the same experiment and the same numbers to the last bit`,
    deepUnless(sample.includes(lesson)),
    async ({ browser, page, baseURL }) => {
      // The processor from the start: a software GPU would take its time for every lesson.
      await openWalk(page, `#${formatLink(lessonExperiment(lesson))}&run=0&backend=${few(lesson).backend}`);
      const first = await measure(page, few(lesson));
      expect(first.notices).toEqual([]);
      const expected = { ...lessonExperiment(lesson), ...few(lesson) };
      expect(first.experiment).toEqual(expected);
      const fresh = await newcomer(browser, baseURL ?? '');
      const again = await measureAfresh(fresh, first.hash);
      expect(again.experiment).toEqual(expected);
      expect(measured(again.results)).toEqual(measured(first.results));
      const { results } = first;
      if (results.kind === 'walk') expect(results.walks).toBe(few(lesson).walks);
      else expect(results.loss).toHaveLength(2);
      await fresh.context().close();
    },
  );
}
