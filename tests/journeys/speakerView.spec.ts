import { readFile } from 'node:fs/promises';
import { expect, type Frame, type Page, test } from '@playwright/test';
import { alterResponses } from './alterResponses.ts';
import { deep } from './deep.ts';
import { complaintsOf, expectReady } from './walkPage.ts';

const plugin = new URL('../../node_modules/reveal.js/dist/plugin/notes.js', import.meta.url);

/** How a deck may write its frame: as the example does, or so that reveal.js loads it in the speaker's window too. */
const frames = {
  'data-src': 'data-src=',
  'data-preload': 'data-preload data-src=',
  src: 'src=',
} as const;

/** The example's deck as its own script makes it, with reveal.js's own speaker notes, and a small experiment on the processor. */
async function openDeckWithNotes(page: Page, frame: keyof typeof frames): Promise<void> {
  const context = page.context();
  await context.route('**/notes.js', async (route) =>
    route.fulfill({ contentType: 'text/javascript', body: await readFile(plugin, 'utf8') }),
  );
  await alterResponses(context, '**/reveal-deck.js', {
    into: async (response) => ({
      body: (await response.text()).replace(
        'Reveal.initialize({',
        'Reveal.initialize({ plugins: [window.RevealNotes],',
      ),
    }),
  });
  await alterResponses(context, /\/reveal\.html/, {
    into: async (response) => ({
      body: (await response.text())
        .replace('data-src=', frames[frame])
        .replace('#embed=1&amp;', '#embed=1&amp;backend=cpu&amp;')
        .replace('<script src="./reveal-deck.js">', '<script src="./notes.js"></script>$&'),
    }),
  });
  await page.goto('./examples/reveal.html#/1');
}

const figuresOf = (page: Page) => page.frames().filter((one) => one.url().includes('embed=1'));

/** The deck's only figure, once it has walked. */
async function walkedFigure(page: Page): Promise<Frame> {
  await expect.poll(() => figuresOf(page).length).toBe(1);
  const [figure] = figuresOf(page);
  if (!figure) throw new Error('The deck has no figure.');
  await expectReady(figure, 'cpu');
  await expect.poll(() => figure.evaluate(() => window.gradientWalk.results()?.kind === 'walk')).toBe(true);
  return figure;
}

for (const frame of ['data-src', 'data-preload', 'src'] as const)
  test(
    `beside reveal.js’s own speaker window the deck alone computes its figure: ${frame}`,
    deep,
    async ({ page }) => {
      const complaints = complaintsOf(page);
      const workers: string[] = [];
      const count = (opened: Page) => opened.on('worker', (worker) => workers.push(worker.url()));
      count(page);
      await openDeckWithNotes(page, frame);
      await walkedFigure(page);
      expect(workers).toHaveLength(1);

      const opened = page.waitForEvent('popup');
      await page.locator('.reveal').press('s');
      const speaker = await opened;
      count(speaker);
      // This slide and the next one, each a copy of the deck; reveal.js is not always quick to turn the second.
      const slide = (name: string) => speaker.frameLocator(`#${name}-slide iframe`);
      await expect(slide('current').locator('section.present h2')).toHaveText('A gradient is a random walk');
      if (frame === 'data-src') {
        // reveal.js loads no such frame there.
        await expect(slide('current').locator('#walk')).not.toHaveAttribute('src', /./);
      } else {
        const copy = slide('current').frameLocator('#walk');
        await expect(copy.locator('.embed-bar')).toContainText('Computed in the deck’s own window.');
        await expect(copy.locator('.walk-figure svg path').first()).toBeVisible();
        for (const figure of figuresOf(speaker))
          expect(await figure.evaluate(() => window.gradientWalk.results())).toBeNull();
      }

      // The speaker's window turns the deck, whose figure is there again when it comes back.
      const place = () => page.evaluate(() => location.hash);
      await speaker.locator('body').press('PageDown');
      await expect.poll(place).toBe('#/2');
      await speaker.locator('body').press('PageUp');
      await expect.poll(place).toBe('#/1');
      await walkedFigure(page);
      // A frame of `data-src` is unloaded behind its slide, and begins anew.
      expect(workers).toHaveLength(frame === 'data-src' ? 2 : 1);
      expect(complaints.list).toEqual([]);
    },
  );
