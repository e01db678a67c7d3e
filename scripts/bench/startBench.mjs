import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArguments } from '../chromiumArguments.mjs';
import { findBrowser } from '../findBrowser.mjs';

const port = 4186;
const hash = '#f=relu&depth=100&width=128&walks=2000';
const backends = ['auto', 'webgpu', 'cpu'];

/** Times of one opening in a browser of its own, ms since the navigation began. */
async function opening(backend) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArguments });
  try {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' });
    await tab.goto(`http://localhost:${port}/${hash}&backend=${backend}`, { waitUntil: 'commit' });
    await tab.waitForFunction(() => 'gradientWalk' in window, null, { polling: 10 });
    return await tab.evaluate(async () => {
      const { gradientWalk } = window;
      const ready = gradientWalk.ready.then((news) => ({
        computes: news.backend,
        readyMs: performance.now(),
      }));
      // A frame of the run is told to the page as a message is: no wait is longer than a task.
      const turn = () =>
        new Promise((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(null);
        });
      for (;;) {
        const results = gradientWalk.results();
        if (results?.kind === 'walk' && results.walks > 0) break;
        await turn();
      }
      const walkMs = performance.now();
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      return { ...(await ready), walkMs, paintMs: paint?.startTime ?? Number.NaN };
    });
  } finally {
    await browser.close();
  }
}

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** From the address to the first measured walk in the built app, by what computes. */
export async function startBench(rounds) {
  const server = await preview({ preview: { port, strictPort: true } });
  const rows = [];
  try {
    for (const backend of backends) {
      const found = [];
      for (let round = 0; round < rounds; round++) found.push(await opening(backend));
      const medianOf = (name) => middle(found.map((one) => one[name]));
      rows.push({
        backend,
        computes: found[0].computes,
        paintMs: medianOf('paintMs'),
        readyMs: medianOf('readyMs'),
        walkMs: medianOf('walkMs'),
      });
    }
  } finally {
    await server.close();
  }
  return { hash, rounds, rows };
}
