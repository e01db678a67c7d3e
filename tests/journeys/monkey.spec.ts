import { expect, type Page, test } from '@playwright/test';
import { deep } from './deep.ts';
import { type MonkeyAction, monkeyActions } from './monkeyActions.ts';
import { type SeededChoice, seededChoice } from './seededChoice.ts';
import { strayNumbers } from './strayNumbers.ts';
import { complaintsOf, expectReady, openWalk, runWalk, turnTo } from './walkPage.ts';

/** A few minutes of a visitor's in every run of the tests; `npm run test:monkey` makes an hour of each seed. */
const actionCount = Number(process.env.GRADIENT_WALK_ACTIONS ?? 40);
/** A busy machine needs more for an hour than a journey's usual time. */
const timeout = 900_000;

/** One of the actions, as often as its share says. */
function nextAction(choice: SeededChoice): MonkeyAction {
  const all = monkeyActions.reduce((sum, [, share]) => sum + share, 0);
  let left = choice.share() * all;
  for (const [action, share] of monkeyActions) {
    left -= share;
    if (left < 0) return action;
  }
  throw new Error('There are no actions.');
}

/** Another language opens the page anew, and a way back can lead out of it. */
async function settle(page: Page): Promise<void> {
  if (!page.url().startsWith('http')) await page.goto('./#backend=cpu');
  await page.waitForFunction(() => 'gradientWalk' in window);
}

/** What is wrong with the page; a page that is just being left is asked again. */
async function faultsOf(page: Page): Promise<string[]> {
  try {
    return await strayNumbers(page);
  } catch (error) {
    if (!/context|navigat/i.test(String(error))) throw error;
    await settle(page);
    return strayNumbers(page);
  }
}

for (const seed of [1, 2, 3]) {
  test(
    `the actions of a monkey, seed ${seed}, show nothing that is no number and break nothing`,
    deep,
    async ({ page, context }) => {
      test.setTimeout(timeout);
      const complaints = complaintsOf(page);
      const done: string[] = [];
      await openWalk(page, '#backend=cpu&depth=20&width=8&walks=60');
      context.on('page', (opened) => opened.close());
      await test.step(`${actionCount} actions`, async () => {
        for (let i = 0; i < actionCount; i++) {
          await settle(page);
          const choice = seededChoice(1000 * seed + i);
          done.push(await nextAction(choice)(page, choice));
          const faults = [...(await faultsOf(page)), ...complaints.list];
          expect(faults, `after ${done.map((one, at) => `\n${at + 1} ${one}`).join('')}`).toEqual([]);
        }
      });
      await page.setViewportSize({ width: 1280, height: 720 });
      await turnTo(page, '#backend=cpu&f=relu&depth=20&width=16&walks=400&lang=en');
      await settle(page);
      await expectReady(page, 'cpu');
      const { lnZ, exact, walks } = await runWalk(page);
      expect(walks).toBe(400);
      const error = Math.sqrt((exact?.variance[20] ?? Number.NaN) / walks);
      expect(Math.abs((lnZ.mean[20] ?? Number.NaN) - (exact?.mean[20] ?? Number.NaN))).toBeLessThan(
        4 * error,
      );
      expect(complaints.list).toEqual([]);
    },
  );
}
