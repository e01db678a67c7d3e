import { expect, type Page, test } from '@playwright/test';
import { deep } from '../deep.ts';
import { letArrive } from '../liveRun.ts';
import { complaintsOf, expectExperiment, openWalk, sliderOf, turnTo } from '../walkPage.ts';

/** Attributes of drawings that hold what is no number. */
const brokenAttributes = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('svg *')].flatMap((element) =>
      [...element.attributes]
        .filter(({ name, value }) => name !== 'class' && /NaN|Infinity/.test(value))
        .map(({ name, value }) => `${element.tagName} ${name}="${value.slice(0, 60)}"`),
    ),
  );

/** The numbers on the walk's axis of ln Z, as they are drawn. */
const axisNumbers = (page: Page) => page.locator('.walk-figure svg text').allTextContents();

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
        await expect(sentence).not.toContainText(/infinity|NaN/i);
        await expect.poll(() => axisNumbers(page)).not.toEqual([]);
        expect(await brokenAttributes(page)).toEqual([]);
        await slider.focus();
        await slider.press(key);
        await expectExperiment(page, { residual });
      }
      await expect(sentence).toHaveText(plain ?? '');
      await expect.poll(() => axisNumbers(page)).not.toEqual([]);
      expect(await brokenAttributes(page)).toEqual([]);
      expect(complaints.list).toEqual([]);
    },
  );
}
