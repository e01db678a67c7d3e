import { expect, type Page, test } from '@playwright/test';
import { deep } from '../deep.ts';
import { expectBeyond, expectResults, letArrive, progressOf } from '../liveRun.ts';
import { openWalk, runTraining, setKeys } from '../walkPage.ts';
import { killWorker } from './devices.ts';

/** Faults 3, 4 and 9 of docs/RELIABILITY.md, on the processor: workers that die, pages that are left, stale walks. */

const fault = (page: Page) => page.locator('.notice.is-fault');
const runButton = (page: Page) => page.getByRole('button', { name: 'Run', exact: true });

test('with run=0 no walk of the experiment before is shown or returned after a change, forty times of forty', async ({
  page,
}) => {
  await openWalk(page, '#backend=cpu&f=relu&depth=60&width=32&walks=400&run=0');
  const stale = await page.evaluate(async () => {
    const api = window.gradientWalk;
    const found: unknown[] = [];
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    for (let k = 0; k < 40; k++) {
      const ended = api.run().then(
        () => 'done',
        () => 'cancelled',
      );
      // Changes fall everywhere between the first message and the first frames.
      for (let i = 0; i < k % 8; i++) await turn();
      api.set({ gain: 1 + k / 100 });
      for (let i = 0; i < 5; i++) {
        const results = api.results();
        if (results !== null) found.push(results);
        await turn();
      }
      if ((await ended) !== 'cancelled') found.push(`run ${k} was not cancelled`);
    }
    return found;
  });
  expect(stale).toEqual([]);
  await letArrive(page);
  expect(await progressOf(page)).toBe(0);
});

test('a worker that dies is replaced and its walks are made again; one that dies four times says so, until Run', async ({
  page,
}) => {
  await openWalk(page, '#backend=cpu&f=relu&depth=100&width=40&walks=3000');
  for (let death = 1; death <= 3; death++) {
    await expectBeyond(page, 0);
    await killWorker(page);
  }
  await expectBeyond(page, 0);
  await killWorker(page);
  await expect(fault(page)).toContainText('planted');
  expect(page.workers()).toHaveLength(0);
  await setKeys(page, { run: 0, walks: 20 });
  await runButton(page).click();
  await expectResults(page, 'walk', { walks: 20 });
  await expect(fault(page)).toHaveCount(0);
});

const training = '#view=train&backend=wasm&depth=3&width=16&batch=16&data=spirals';

/** Trains step by step, a second each, until there is a checkpoint: the first is taken after four seconds. */
async function trainBeyondCheckpoint(page: Page, steps: number): Promise<number> {
  await openWalk(page, `${training}&steps=${steps}&run=0`);
  await page.getByRole('combobox', { name: 'speed' }).selectOption('1 step a second');
  await runButton(page).click();
  await expectBeyond(page, 6);
  return progressOf(page);
}

test('a training whose worker dies goes on from its checkpoint, and says so', deep, async ({ page }) => {
  const before = await trainBeyondCheckpoint(page, 4000);
  for (const worker of page.workers()) {
    await worker
      .evaluate(() => {
        setTimeout(() => {
          throw new Error('planted');
        });
      })
      .catch(() => undefined);
  }
  const notice = page.locator('.notice.is-fault', { hasText: 'goes on from step' });
  await expect(notice).toHaveCount(1);
  await expectBeyond(page, before);
});

test('a reload offers to go on with the training that was left; it has the losses of an undisturbed one', async ({
  page,
}) => {
  const before = await trainBeyondCheckpoint(page, 20000);
  await page.reload();
  const goOn = page.getByRole('button', { name: 'Go on', exact: true });
  await expect(goOn).toBeVisible();
  const kept = await page.locator('.notice', { has: goOn }).textContent();
  const step = Number(/step (\S+)\./.exec(kept ?? '')?.[1]?.replace(/\D/g, ''));
  expect(step).toBeGreaterThan(0);
  await goOn.click();
  await expectBeyond(page, Math.max(step + 5, before));
  const losses = (count: number) =>
    page.evaluate((most) => {
      const results = window.gradientWalk.results();
      return results?.kind === 'train' ? results.loss.slice(0, most) : [];
    }, count);
  const resumed = await losses(step + 5);
  await setKeys(page, { steps: step + 5 });
  await runTraining(page, { steps: step + 5 });
  expect(resumed).toEqual(await losses(step + 5));
});

test(
  'what was left is forgotten by Begin anew, and is not offered to another network',
  deep,
  async ({ page }) => {
    await trainBeyondCheckpoint(page, 4000);
    await page.goto(`./?other${training.replace('depth=3', 'depth=4')}&steps=4000`);
    await expectBeyond(page, 0);
    await expect(page.getByRole('button', { name: 'Go on', exact: true })).toHaveCount(0);
  },
);
