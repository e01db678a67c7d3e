import { gzipSync } from 'node:zlib';
import { expect, type Request, test } from '@playwright/test';
import { languageNames } from '#experiment/language.ts';
import { deepUnless } from './deep.ts';

/** What a page may load before its first picture stands, in bytes as they travel (the design's "performance"). */
const mostBytes = 150_000;
/** The same for the words of a language other than English. */
const mostWordBytes = 10_000;

declare global {
  interface Window {
    /** When the page asked for its engine, ms since it was opened. */
    engineAt?: number;
  }
}

/** Another language's words come as every other's. */
const [english, another] = languageNames;

for (const lang of languageNames) {
  test(
    `the first picture needs at most 150 kB of JavaScript, and the engine is loaded after it: ${lang}`,
    deepUnless(lang === english || lang === another),
    async ({ page }) => {
      const asked = new Map<string, Request>();
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.endsWith('.js')) asked.set(pathname, request);
      });
      // What comes after the engine is asked for is told by the page's own clock: a worker's request is seen late.
      await page.addInitScript(() => {
        window.Worker = class extends Worker {
          constructor(...given: ConstructorParameters<typeof Worker>) {
            window.engineAt ??= performance.now();
            super(...given);
          }
        };
      });
      await page.goto(`./#lang=${lang}`);
      await page.waitForFunction(() => window.engineAt !== undefined);
      await expect(page.locator('.walk-figure')).toBeVisible();
      const before = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter(({ startTime }) => startTime <= (window.engineAt ?? 0))
          .map(({ name }) => new URL(name).pathname),
      );
      const scripts: [path: string, bytes: number][] = [];
      for (const [path, request] of asked) {
        if (!before.includes(path)) continue;
        const body = await (await request.response())?.body();
        scripts.push([path, body ? gzipSync(body).length : 0]);
      }
      scripts.sort(([, a], [, b]) => b - a);
      // The page that shows the picture was there before the engine was asked for.
      expect(scripts.some(([path]) => path.includes('/first-'))).toBe(true);
      for (const [path, bytes] of scripts) expect(bytes, path).toBeGreaterThan(0);
      // English is part of the page's own file; another language's words come beside it, and are counted apart.
      const isWords = (path: string) => /\/dictionary-[^/]*\.js$/.test(path);
      const sumOf = (some: typeof scripts) => some.reduce((sum, [, bytes]) => sum + bytes, 0);
      const words = sumOf(scripts.filter(([path]) => isWords(path)));
      expect(words > 0).toBe(lang !== 'en');
      expect(words).toBeLessThanOrEqual(mostWordBytes);
      const total = sumOf(scripts) - words;
      test.info().annotations.push({ type: 'initial JavaScript', description: `${total} bytes, gzip` });
      expect(total, scripts.map(([path, bytes]) => `${path} ${bytes}`).join('\n')).toBeLessThanOrEqual(
        mostBytes,
      );
    },
  );
}
