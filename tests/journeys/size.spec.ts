import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { languageNames } from '#experiment/language.ts';
import { deepUnless } from './deep.ts';

/** What a page may load before its first picture stands, in bytes as they travel (the design's "performance"). */
const mostBytes = 150_000;
/** The same for the words of a language other than English. */
const mostWordBytes = 10_000;

/** Another language's words come as every other's. */
const [english, another] = languageNames;

for (const lang of languageNames) {
  test(
    `the first picture needs at most 150 kB of JavaScript, and the engine is loaded after it: ${lang}`,
    deepUnless(lang === english || lang === another),
    async ({ page }) => {
      const sizes = new Map<string, number>();
      const bodies: Promise<void>[] = [];
      let isEngine = false;
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (/\/worker-[^/]*\.js$/.test(pathname)) isEngine = true;
        if (isEngine || !pathname.endsWith('.js')) return;
        sizes.set(pathname, 0);
        const body = request.response().then((response) => response?.body());
        bodies.push(body.then((bytes) => void sizes.set(pathname, bytes ? gzipSync(bytes).length : 0)));
      });
      const opened = page.waitForEvent('worker');
      await page.goto(`./#lang=${lang}`);
      await opened;
      await expect.poll(() => isEngine).toBe(true);
      await expect(page.locator('.walk-figure')).toBeVisible();
      await Promise.all(bodies);
      const scripts = [...sizes].sort(([, a], [, b]) => b - a);
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
