import { expect, type Frame, type Page, test } from '@playwright/test';
import { alterResponses } from './alterResponses.ts';
import { deep } from './deep.ts';
import { letArrive } from './liveRun.ts';
import { complaintsOf, expectReady, ofKind } from './walkPage.ts';

/** Opens the example's deck, with an experiment on the processor: the deck, not the engine, is what is looked at. */
async function openDeck(page: Page, slide = ''): Promise<void> {
  await alterResponses(page, '**/reveal.html', {
    into: async (response) => ({
      body: (await response.text()).replace('#embed=1&', '#embed=1&amp;backend=cpu&'),
    }),
  });
  await page.goto(`./examples/reveal.html${slide}`);
}

/** The frame of the experiment in the example's deck. */
async function walkFrame(page: Page): Promise<Frame> {
  const handle = await page.locator('#walk').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('The deck has no frame.');
  return frame;
}

const slide = (page: Page) => page.evaluate(() => location.hash);

test(
  'a reveal.js deck: quiet until its slide, a click inside leaves the deck its keys, results reach the deck',
  deep,
  async ({ page }) => {
    const complaints = complaintsOf(page);
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    await openDeck(page);
    await expect(page.locator('.reveal h2').first()).toBeVisible();
    await letArrive(page);
    await expect(page.locator('#walk')).not.toHaveAttribute('src', /./);
    expect(workers, 'no engine before the slide is shown').toEqual([]);

    await page.keyboard.press('PageDown');
    await expect.poll(() => slide(page)).toBe('#/1');
    await expect(page.locator('#walk')).toHaveAttribute('src', /./);
    const frame = await walkFrame(page);
    await expectReady(frame, 'cpu');
    expect(workers).toHaveLength(1);
    expect(await page.evaluate(() => document.activeElement?.tagName), 'the frame takes no focus').not.toBe(
      'IFRAME',
    );
    await page.waitForFunction(() => document.getElementById('measured')?.textContent?.includes('100 walks'));
    const results = ofKind(await frame.evaluate(() => window.gradientWalk.results()), 'walk');
    const shown = ((results.lnZ.variance[100] ?? Number.NaN) / 100).toFixed(4);
    await expect(page.locator('#measured')).toContainText(`100 walks: ${shown}`);
    await expect(frame.locator('.header')).toBeHidden();
    await expect(frame.locator('.sentence')).toBeVisible();

    // The focus is in the frame now, and the keys are still the deck's.
    await frame.locator('.walk-figure').click();
    await expect(page.locator('iframe')).toBeFocused();
    await page.keyboard.press('PageDown');
    await expect.poll(() => slide(page)).toBe('#/2');
    await page.keyboard.press('PageUp');
    await expect.poll(() => slide(page)).toBe('#/1');

    // reveal.js unloads the frame of a slide that is gone, so that nothing runs there; it begins anew when it is back.
    const frameElement = page.locator('iframe');
    await page.keyboard.press('PageDown');
    await expect(frameElement).not.toHaveAttribute('src', /./);
    await page.keyboard.press('PageUp');
    await expect(frameElement).toHaveAttribute('src', /./);
    expect(complaints.list).toEqual([]);
  },
);

test('a frame below the fold waits until it is scrolled to, and the wheel over it scrolls the page', async ({
  page,
}) => {
  await page.route('**/tall.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<div style="height:1500px"></div>
        <iframe id="walk" src="./#embed=1&depth=20&width=8&walks=5&backend=cpu" style="width:900px;height:500px"></iframe>
        <div style="height:3000px"></div>`,
    }),
  );
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  const recorded = page.waitForResponse('**/recorded-walk.json');
  await page.goto('./tall.html');
  await recorded;
  const frame = await walkFrame(page);
  await expect(frame.locator('.embed-bar')).toBeAttached();
  await letArrive(page);
  expect(workers).toEqual([]);
  await page.evaluate(() => scrollTo(0, 1400));
  await expectReady(frame, 'cpu');
  expect(workers).toHaveLength(1);
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1500);
});

test('the page around a frame steers it by messages; what it cannot do is answered with a reason', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openDeck(page, '#/1');
  await expect(page.locator('#walk')).toHaveAttribute('src', /./);
  const frame = await walkFrame(page);
  await expectReady(frame, 'cpu');
  const ask = (message: unknown) =>
    page.evaluate((data) => {
      const target = document.querySelector<HTMLIFrameElement>('#walk')?.contentWindow;
      return new Promise<Record<string, unknown>>((resolve) => {
        const hear = ({ source, data: answer }: MessageEvent) => {
          if (source !== target || answer?.gradientWalk !== 'result') return;
          removeEventListener('message', hear);
          resolve(answer);
        };
        addEventListener('message', hear);
        target?.postMessage(data, location.origin);
      });
    }, message);

  const set = await ask({ gradientWalk: 'set', id: 1, args: { depth: 20, width: 8, walks: 7, gain: 9999 } });
  expect(set).toMatchObject({ gradientWalk: 'result', id: 1, value: [{ kind: 'changed', key: 'gain' }] });
  const run = await ask({ gradientWalk: 'run', id: 'two' });
  expect(run).toMatchObject({ id: 'two', value: { kind: 'walk', walks: 7, experiment: { gain: 1000 } } });
  expect(await ask({ gradientWalk: 'results', id: 3 })).toEqual({ ...run, id: 3 });
  expect(await ask({ gradientWalk: 'experiment', id: 4 })).toMatchObject({ id: 4, value: { depth: 20 } });
  expect(await ask({ gradientWalk: 'fly', id: 5 })).toMatchObject({
    id: 5,
    error: expect.stringContaining('fly is no call'),
  });
  expect(await ask({ gradientWalk: 'set', id: 6, args: 'depth' })).toMatchObject({
    id: 6,
    error: expect.stringContaining('object'),
  });

  expect(complaints.list).toEqual([]);
});

test('of a deck and the two copies of it in a speaker view one computes, and the others say which', async ({
  page,
}) => {
  const figure = './#embed=1&f=relu&depth=20&width=8&walks=5&backend=cpu';
  // A deck of another origin names its frames; the first copy does as well.
  const deck = (name: string) =>
    `<iframe name="${name}" src="${figure}" style="width:400px;height:300px"></iframe>`;
  await page.route(/\/(deck|speaker)\.html/, (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const copies = ['', '?receiver', '?named'].map(
      (query) => `<iframe src="./deck.html${query}" style="width:450px;height:340px"></iframe>`,
    );
    return route.fulfill({
      contentType: 'text/html',
      body: pathname.endsWith('speaker.html')
        ? copies.join('')
        : deck(searchParams.has('named') ? 'receiver' : ''),
    });
  });
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.goto('./speaker.html');
  const barOf = (deckAt: number) =>
    page.frameLocator(`iframe >> nth=${deckAt}`).frameLocator('iframe').locator('.embed-bar');
  await expect(barOf(0).getByRole('button', { name: /Run|Pause/ })).toBeVisible();
  for (const copy of [1, 2]) await expect(barOf(copy)).toContainText('Computed in the deck’s own window.');
  await expect.poll(() => workers.length).toBe(1);
  const figures = () => page.frames().filter((one) => one.url().includes('embed=1'));
  const haveWalked = () =>
    Promise.all(figures().map((one) => one.evaluate(() => window.gradientWalk.results() !== null)));
  await expect.poll(async () => (await haveWalked()).filter(Boolean)).toHaveLength(1);
  expect(figures()).toHaveLength(3);
  expect(workers).toHaveLength(1);
});
