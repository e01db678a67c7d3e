import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { alterResponses } from '../alterResponses.ts';
import { deepUnless } from '../deep.ts';
import { expectReady, run, runWalk } from '../walkPage.ts';

const small = 'depth=20&width=8&walks=5&backend=cpu';

/** Opens a page around one frame, whose element has these attributes; the frame's own document. */
async function frameWith(page: Page, attributes: string, body = '') {
  await page.route('**/around.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe ${attributes} width="900" height="600"></iframe>${body}`,
    }),
  );
  await page.goto('./around.html');
  const element = await page.locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('There is no frame.');
  return frame;
}

test('a sandboxed frame without an origin: the folder says what it needs, and where it opens by itself', async ({
  page,
  baseURL,
}) => {
  const frame = await frameWith(page, `sandbox="allow-scripts" src="./#${small}"`);
  const said = frame.locator('#start [lang=en] [data-when=framed]');
  await expect(said).toBeVisible();
  await expect(said).toContainText('allow-same-origin');
  await expect(said.getByRole('link')).toHaveAttribute('href', `${baseURL}#${small}`);
});

test('a server that sandboxes the page by a header: the folder says so too', async ({ page }) => {
  await alterResponses(page, '**/sandboxed.html', {
    from: (url) => new URL('./', url),
    into: (response) => ({
      headers: { ...response.headers(), 'content-security-policy': 'sandbox allow-scripts' },
    }),
  });
  await page.goto(`./sandboxed.html#${small}`);
  await expect(page.locator('#start [lang=en] [data-when=framed]')).toBeVisible();
});

const single = () =>
  readFileSync(join(import.meta.dirname, '../../../dist-single/gradient-walk.html'), 'utf8');

for (const how of ['a sandboxed frame', 'srcdoc'] as const) {
  test(
    `the single file walks, changes view and trains in ${how}`,
    deepUnless(how !== 'srcdoc'),
    async ({ page }) => {
      await page.route('**/single.html', (route) =>
        route.fulfill({ contentType: 'text/html', body: single() }),
      );
      const isSrcdoc = how === 'srcdoc';
      const frame = await frameWith(
        page,
        `sandbox="allow-scripts" ${isSrcdoc ? '' : `src="./single.html#${small}"`}`,
        isSrcdoc
          ? `<script>fetch('./single.html').then((r) => r.text()).then((t) => { document.querySelector('iframe').srcdoc = t; })</script>`
          : '',
      );
      await expectReadyIn(frame, isSrcdoc);
      expect(await runWalk(frame, { depth: 20, width: 8, walks: 5 })).toMatchObject({ walks: 5 });
      await run(frame, 'train', { view: 'train', data: 'spirals', depth: 3, width: 8, steps: 5 });
      await expect(frame.locator('.train-figures')).toBeVisible();
      expect(await frame.evaluate(() => [self.origin, window.gradientWalk.experiment().view])).toEqual([
        'null',
        'train',
      ]);
    },
  );
}

/** A frame of `srcdoc` has no link, so it begins on whatever backend there is. */
async function expectReadyIn(frame: Awaited<ReturnType<typeof frameWith>>, isSrcdoc: boolean): Promise<void> {
  if (!isSrcdoc) return expectReady(frame, 'cpu');
  await frame.waitForFunction(() => 'gradientWalk' in window);
  await frame.evaluate(() => {
    window.gradientWalk.set({ backend: 'cpu', run: 0 });
    return window.gradientWalk.ready;
  });
}
