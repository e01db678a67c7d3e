import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TrainResults } from '#run/train/trainResults.ts';
import type { WalkResults } from '#run/walk/walkResults.ts';
import { openFirefox } from './firefox.ts';
import type { Tab } from './tab.ts';
import { openWebKit } from './webkit.ts';

const port = Number(process.env.GRADIENT_WALK_PORT ?? 4179);
const address = `http://localhost:${port}/`;

let server: PreviewServer;
beforeAll(async () => {
  server = await preview({ preview: { port, strictPort: true }, logLevel: 'error' });
});
afterAll(() => server.close());

/** Opens a link on the processor and waits until it computes. */
async function openLink(tab: Tab, link: string): Promise<void> {
  await tab.open(`${address}#${link}&backend=cpu`);
  await tab.run(`
    while (!('gradientWalk' in window)) await new Promise((resolve) => setTimeout(resolve, 50));
    await window.gradientWalk.ready;
    return null;`);
}

/** Waits until the page has an element, and gives its words. */
const wordsOf = (tab: Tab, selector: string): Promise<string> =>
  tab.run(`
    for (;;) {
      const found = document.querySelector(${JSON.stringify(selector)});
      if (found && found.textContent.trim() !== '') return found.textContent;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }`);

/** Presses the button of a name. */
const press = (tab: Tab, name: string): Promise<void> =>
  tab.run(`
    for (;;) {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === ${JSON.stringify(name)});
      if (button) { button.click(); return null; }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }`);

/** How much wider than the window the page is, px. */
const tooWide = (tab: Tab): Promise<number> =>
  tab.run('return Math.max(0, document.documentElement.scrollWidth - innerWidth);');

describe.each([
  { name: 'Firefox', openTab: openFirefox },
  { name: 'WebKit', openTab: openWebKit },
])('$name', ({ openTab }) => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await openTab();
    await tab.resize(1280, 720);
  });
  afterAll(() => tab?.close());

  test('a walk runs on the processor, and its mean is the exact one to its standard error', async () => {
    await openLink(tab, 'f=relu&depth=40&width=16&walks=100&run=0&lang=en');
    const { walks, lnZ, exact } = await tab.run<WalkResults>('return window.gradientWalk.run();');
    expect(walks).toBe(100);
    const away = Math.abs((lnZ.mean[40] ?? Number.NaN) - (exact?.mean[40] ?? Number.NaN));
    expect(away / (lnZ.stderrMean[40] ?? 0)).toBeLessThan(4);
    expect(await wordsOf(tab, '.walk-figure svg text')).not.toBe('');
    expect(await tooWide(tab)).toBe(0);
  });

  test('a choice in the sentence is as wide as its word', async () => {
    await openLink(tab, 'f=relu&depth=40&width=16&run=0&lang=en');
    const { choice, word } = await tab.run<{ choice: number; word: number }>(`
      const select = document.querySelector('.sentence-choice');
      const probe = document.createElement('span');
      probe.textContent = select.selectedOptions[0].textContent;
      probe.style.font = getComputedStyle(select).font;
      document.body.append(probe);
      const word = probe.getBoundingClientRect().width;
      probe.remove();
      return { choice: select.getBoundingClientRect().width, word };`);
    expect(choice).toBeGreaterThan(0.9 * word);
    expect(choice).toBeLessThan(1.25 * word + 4);
  });

  test('a training trains, and is not thrown away', async () => {
    await openLink(tab, 'view=train&f=tanh&depth=4&width=16&steps=60&batch=16&rate=0.05&run=0&lang=en');
    const { step, loss, diverged } = await tab.run<TrainResults>('return window.gradientWalk.run();');
    expect({ step, diverged }).toEqual({ step: 60, diverged: null });
    const meanOf = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
    expect(meanOf(loss.slice(-10))).toBeLessThan(meanOf(loss.slice(0, 10)));
    // The line is written at rest, a little after the run's end.
    await expect.poll(() => wordsOf(tab, '.train-progress')).toContain('60 of 60 steps');
  });

  test('a sweep measures its points', async () => {
    await openLink(tab, 'view=scale&sweep=gain&depth=10&width=8&walks=20&run=0&lang=en');
    const { rows } = await tab.run<{ readonly rows: readonly unknown[] }>(
      'return window.gradientWalk.run();',
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(await wordsOf(tab, '.main-figure svg text')).not.toBe('');
    expect(await tooWide(tab)).toBe(0);
  });

  test('a lesson asks, shows its figure, and is a lecture', async () => {
    await openLink(tab, 'view=learn&lesson=4&run=0&lang=en');
    expect(await wordsOf(tab, '.prediction')).toContain('Predict first');
    await press(tab, 'Show me');
    expect(await wordsOf(tab, 'main figure svg text')).not.toBe('');
    await press(tab, 'Present');
    expect(await wordsOf(tab, '.is-on .lesson-place')).toContain('4');
  });

  test('the share dialog has the link, its QR code and the lines to copy', async () => {
    await openLink(tab, 'f=relu&depth=40&width=16&run=0&lang=en');
    await press(tab, 'Share');
    const { codes, fields } = await tab.run<{ codes: number; fields: string }>(`
      for (;;) {
        const dialog = document.querySelector('.share');
        if (dialog && dialog.querySelector('.qr, .qr-small')) {
          const values = [...dialog.querySelectorAll('input, textarea')].map((one) => one.value);
          return { codes: dialog.querySelectorAll('.qr, .qr-small').length, fields: values.join(' ') + dialog.textContent };
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }`);
    expect(codes).toBeGreaterThan(0);
    expect(fields).toContain('depth=40');
    expect(fields).toContain('<iframe');
    expect(fields).toContain('IFrame(');
  });
});
