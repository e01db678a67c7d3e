import { expect, test } from '@playwright/test';
import type { Dictionary } from '#experiment/dictionary/dictionary.ts';
import { type LanguageName, languageNames } from '#experiment/language.ts';
import { deep, deepUnless } from './deep.ts';
import { complaintsOf, expectExperiment, setKeys } from './walkPage.ts';

/** English that would stand on a page whose words were left behind. */
const english = /\b(the|layers|network|with|walks|gain of|depth|width|weights of|Lesson|Restart|New seed)\b/;

/** Words of a language, from the dictionary itself. */
async function wordsOf(language: LanguageName) {
  const { page } = await import(`#ui/dictionary/${language}/page.ts`);
  const { learn } = await import(`#ui/dictionary/${language}/learn.ts`);
  const words: { page: Dictionary['page']; learn: Dictionary['learn'] } = { page, learn };
  return words;
}

for (const language of languageNames.filter((name) => name !== 'en')) {
  test(`every view speaks as the link asks: ${language}`, deepUnless(language === 'de'), async ({ page }) => {
    const complaints = complaintsOf(page);
    const words = await wordsOf(language);
    for (const view of ['walk', 'train', 'scale', 'learn'] as const) {
      await page.goto('about:blank');
      await page.goto(`./#lang=${language}&run=0&backend=cpu&f=relu&view=${view}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      for (const name of Object.values(words.page.views)) {
        await expect(page.locator('.view-tabs')).toContainText(name);
      }
      // What is not shown yet in a lesson is shown too.
      if (view === 'learn') await page.getByRole('button', { name: words.learn.reveal }).click();
      await expect(page.locator('main figure').first()).toBeVisible();
      await expect(page.locator('.loading')).toHaveCount(0);
      const texts = await page.locator('body').innerText();
      expect(texts.replace('Gradient Walk', ''), view).not.toMatch(english);
    }
    expect(complaints.list).toEqual([]);
  });
}

test('another language opens the page anew, with its experiment', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('./#lang=de&run=0&backend=cpu&f=relu&view=learn');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('.view-tabs')).toContainText('Training');
  await setKeys(page, { lang: 'en', depth: 33 });
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.view-tabs')).toContainText('Train');
  await expectExperiment(page, { lang: 'en', depth: 33 });
  const notices = await setKeys(page, { lang: 'de', depth: 'tief' });
  expect(notices[0]?.message).toContain('is not a number');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('.view-tabs')).toContainText('Training');
  await expectExperiment(page, { lang: 'de', depth: 33 });
  const german = await setKeys(page, { depth: 'tief' });
  expect(german[0]?.message).toBe('depth=tief ist keine Zahl: stattdessen gilt 33.');
  expect(complaints.list).toEqual([]);
});

test(
  'what the engine and data files say is German too, also of a broken file that is dropped',
  deep,
  async ({ page }) => {
    await page.goto('./#lang=de&view=train&data=mnist&f=relu&depth=2&width=8&batch=8&steps=2&backend=wasm');
    const panel = page.locator('.data-panel');
    await expect(panel).toContainText('MNIST ist noch nicht hier');
    await expect(panel).toContainText('Stattdessen werden gezeichnete Ziffern benutzt.');
    const dropped = await page.evaluateHandle(() => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array([0x1f, 2, 3, 4, 5])], 'train-images-idx3-ubyte'));
      return files;
    });
    await panel.dispatchEvent('drop', { dataTransfer: dropped });
    await expect(panel).toContainText(
      'train-images-idx3-ubyte ist keine IDX-Datei aus Bytes: sie beginnt mit 1f 02 03 04, nicht mit 00 00 08.',
    );
    await expect(panel).toContainText('Das Training geht mit dem weiter, was es hatte.');
    expect(await page.locator('body').innerText()).not.toMatch(english);
  },
);

test('the teacher’s page is German where the page is, and its links stay so', deep, async ({ page }) => {
  await page.goto('./#lang=de&view=learn&run=0&backend=cpu');
  await page.getByRole('button', { name: 'Für Lehrende' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Missverständnisse kehren in jedem Kurs wieder');
  await dialog.getByRole('link', { name: 'Die Lektion öffnen' }).nth(1).click();
  await expect(page).toHaveURL(/#view=learn&lesson=2&lang=de$/);
  await page.keyboard.press('Escape');
  await expect(page.locator('.lesson h2')).toHaveText(
    'Viele Matrizen multiplizieren sich, Logs addieren sich',
  );
});
