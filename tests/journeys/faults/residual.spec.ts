import { expect, type Locator, type Page, test } from '@playwright/test';
import { deep } from '../deep.ts';
import { letArrive } from '../liveRun.ts';
import { strayNumbers } from '../strayNumbers.ts';
import { complaintsOf, expectExperiment, openWalk, sliderOf, turnTo } from '../walkPage.ts';

/** The numbers at the ticks of the walk's axis of ln Z, as they are drawn. */
const axisNumbers = async (page: Page) =>
  (await page.locator('.walk-figure svg .y .tick text').allTextContents()).map((text) =>
    Number(text.replace('−', '-').replaceAll(/\s/g, '')),
  );

/** A sentence and a drawing of finite numbers, on an axis that bears at least three. */
async function expectDrawn(page: Page, sentence: Locator): Promise<void> {
  await expect(sentence).not.toContainText(/infinity|NaN/i);
  const isNumbered = (numbers: readonly number[]) => numbers.length >= 3 && numbers.every(Number.isFinite);
  await expect.poll(async () => isNumbered(await axisNumbers(page))).toBe(true);
  expect(await strayNumbers(page)).toEqual([]);
}

const experiments = [
  'f=linear',
  'f=relu',
  'f=tanh',
  'f=relu&pass=forward&gain=10',
  'f=selu&bias=10&input=1000',
];

for (const rest of experiments) {
  test(
    `branches at depth 500 are drawn at alpha 4 and at the slider’s end, and none after it: ${rest}`,
    deep,
    async ({ page }) => {
      const complaints = complaintsOf(page);
      const sentence = page.locator('.sentence').first();
      const network = `depth=500&width=4&walks=3&backend=cpu&${rest}`;
      await openWalk(page, `#${network}`);
      await letArrive(page);
      const plain = await sentence.textContent();
      await turnTo(page, `#${network}&residual=4`);
      const slider = sliderOf(page, 'residual');
      for (const [key, residual] of [
        ['End', 10],
        ['Home', 0],
      ] as const) {
        await expect(sentence).not.toHaveText(plain ?? '');
        await expectDrawn(page, sentence);
        await slider.focus();
        await slider.press(key);
        await expectExperiment(page, { residual });
      }
      await expect(sentence).toHaveText(plain ?? '');
      await expectDrawn(page, sentence);
      expect(complaints.list).toEqual([]);
    },
  );
}
