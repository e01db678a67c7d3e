import { expect, type Page, test } from '@playwright/test';
import { complaintsOf, expectExperiment, openWalk, sliderOf } from '../walkPage.ts';

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

const experiments = ['', '&f=relu', '&f=tanh', '&f=relu&pass=forward&gain=10', '&f=selu&bias=10&input=1000'];

for (const rest of experiments) {
  test(`branches at depth 500 are drawn at alpha 4 and at the slider’s end, and none after it${rest}`, async ({
    page,
  }) => {
    const complaints = complaintsOf(page);
    const network = `depth=500&width=4&walks=3&backend=cpu${rest}`;
    await openWalk(page, `#${network}`);
    const plain = await page.locator('.sentence').first().textContent();
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `${network}&residual=4`);
    await expectExperiment(page, { residual: 4 });
    const slider = sliderOf(page, 'residual');
    for (const [key, residual] of [
      ['End', 10],
      ['Home', 0],
    ] as const) {
      await expect(page.locator('.sentence').first()).not.toContainText(/infinity|NaN/i);
      await expect.poll(() => axisNumbers(page)).not.toEqual([]);
      expect(await brokenAttributes(page)).toEqual([]);
      await slider.focus();
      await slider.press(key);
      await expectExperiment(page, { residual });
    }
    await expect(page.locator('.sentence').first()).toHaveText(plain ?? '');
    await expect.poll(() => axisNumbers(page)).not.toEqual([]);
    expect(await brokenAttributes(page)).toEqual([]);
    expect(complaints.list).toEqual([]);
  });
}
