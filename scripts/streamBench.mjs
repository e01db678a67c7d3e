import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArguments } from './chromiumArguments.mjs';
import { findBrowser } from './findBrowser.mjs';
import { longMs, rest, tasksWhile } from './mainTasks.mjs';

const port = 4186;
const walks = 1000;
const own = `f=relu&depth=100&width=100&walks=${walks}&sampler=matrices&run=0`;
/** What is compared with: none, or four of another gain, width, depth and law of the weights. */
const pins = { none: '', four: '&pins=gain:he,width:200,depth:200,weights:orthogonal' };

/** Walks afresh until every walk of the experiment, and of what it is compared with, has come. */
const stream = (tab) =>
  tab.evaluate(async (all) => {
    const { gradientWalk } = window;
    await gradientWalk.run();
    const isOpen = async () => (await gradientWalk.pins()).some(({ results }) => results?.walks !== all);
    while (await isOpen()) await new Promise((resolve) => setTimeout(resolve, 1000));
  }, walks);

/** The longest tasks of the built page while its walks and those of its pins stream in, in a fresh page a round: `{ pins, round, longestMs, long, tasks }`. */
export async function streamBench(rounds) {
  const server = await preview({ preview: { port, strictPort: true }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArguments });
  const rows = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      for (const [name, list] of Object.entries(pins)) {
        const tab = await browser.newPage({
          viewport: { width: 1280, height: 720 },
          serviceWorkers: 'block',
        });
        await tab.goto(`http://localhost:${port}/#${own}`);
        await tab.waitForFunction(() => 'gradientWalk' in window);
        await tab.evaluate(() => window.gradientWalk.ready);
        // What is loaded behind the engine is no part of a run.
        await tab.waitForLoadState('networkidle');
        await rest(tab);
        const tasks = await tasksWhile(tab, async () => {
          await tab.evaluate((hash) => {
            location.hash = hash;
          }, `${own}${list}`);
          await stream(tab);
        });
        const long = tasks.filter((ms) => ms > longMs).length;
        rows.push({ pins: name, round, longestMs: tasks.slice(0, 3), long, tasks: tasks.length });
        await tab.close();
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return { hash: `#${own}`, rounds, rows };
}
