import { expect, test } from '@playwright/test';
import { expectAccessible, expectContrast } from './accessible.ts';
import { deep } from './deep.ts';
import { expectNoScroll, openWalk } from './walkPage.ts';

const trained = 'view=train&data=phones&f=relu&depth=2&width=16&steps=30&batch=16&rate=0.05&backend=wasm';

/** What a page has started to play: seconds and samples a second of each. */
interface PlayingWindow extends Window {
  playedSounds: (readonly [seconds: number, rate: number])[];
}
declare const window: PlayingWindow;

test(
  'phones are trained on: an utterance is seen with what the network says of it, and heard when asked',
  deep,
  async ({ page }) => {
    await page.addInitScript(() => {
      const played: (readonly [number, number])[] = [];
      window.playedSounds = played;
      const { start } = AudioBufferSourceNode.prototype;
      AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, ...when) {
        played.push([this.buffer?.duration ?? 0, this.buffer?.sampleRate ?? 0]);
        start.apply(this, when);
      };
    });
    await openWalk(page, `#${trained}`);
    await expect(page.locator('.train-progress')).toContainText('30 of 30 steps');
    const picture = page.locator('.speech-figure').getByRole('img');
    await expect(picture).toHaveAccessibleName(
      /^Said: sil( (sil|[a-z]{1,2}))+ sil\. The network names [\d.]+ % of these 1\d\d frames right\.$/,
    );
    await expect(page.locator('.train-sentence')).toContainText(
      'learns to name the phones of synthetic speech',
    );
    // Ink of many strengths: the spectrogram is there.
    const shades = await picture.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0;
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')?.getImageData(width / 2, 0, 40, height / 2) ?? { data: [] };
      return new Set(data).size;
    });
    expect(shades).toBeGreaterThan(50);
    expect(await page.evaluate(() => window.playedSounds)).toEqual([]);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    const [[seconds, rate] = [0, 0]] = await page.evaluate(() => window.playedSounds);
    expect(rate).toBe(16_000);
    expect(seconds).toBeGreaterThan(1);
    // It ends by itself.
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  },
);

for (const { theme, task, lang, width, height } of [
  { theme: 'light', task: 'encode', lang: 'en', width: 1280, height: 720 },
  { theme: 'dark', task: 'classify', lang: 'de', width: 1280, height: 720 },
  { theme: 'projector', task: 'classify', lang: 'en', width: 1920, height: 1080 },
  { theme: 'light', task: 'classify', lang: 'en', width: 390, height: 844 },
]) {
  test(
    `phones in the train view have no fault that axe finds: ${theme}, ${task}, ${lang}, ${width} x ${height}`,
    deep,
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      await openWalk(page, `#${trained}&theme=${theme}&task=${task}&lang=${lang}`);
      await expect(page.locator('.speech-figure').getByRole('img')).toHaveAccessibleName(/: sil( \w+)+ sil/);
      await (theme === 'light' ? expectAccessible(page) : expectContrast(page));
      await expectNoScroll(page);
      for (const figure of await page.locator('.train-figures figure:visible').all()) {
        const box = await figure.boundingBox();
        expect(box?.height).toBeGreaterThan(55);
        expect(box?.width).toBeGreaterThan(200);
      }
    },
  );
}
