import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArguments } from './chromiumArguments.mjs';
import { findBrowser } from './findBrowser.mjs';
import { longMs, rest, tasksWhile } from './mainTasks.mjs';

const port = 4185;
/** Tanh has no exact law: what is dragged asks for all that theory has. */
const hash = '#f=tanh&depth=1000&width=100&run=0&backend=cpu';
const sliders = ['gain', 'depth', 'width'];
/** A drag there and back again: so many moves, and the time between two of them. */
const moves = 60;
const betweenMs = 60;

/** Drags a slider to the right, to the left and back. */
async function drag(tab, name) {
  const thumb = tab.locator('.slider-thumb').and(tab.getByRole('slider', { name, exact: true }));
  const track = await tab.locator('.slider', { has: thumb }).boundingBox();
  const { x, y, width, height } = await thumb.boundingBox();
  const [from, middle] = [x + width / 2, y + height / 2];
  await tab.mouse.move(from, middle);
  await tab.mouse.down();
  for (let i = 0; i <= moves; i++) {
    const to = from + 0.45 * track.width * Math.sin((2 * Math.PI * i) / moves);
    await tab.mouse.move(Math.max(track.x, Math.min(track.x + track.width, to)), middle);
    await tab.waitForTimeout(betweenMs);
  }
  await tab.mouse.up();
  await rest(tab);
}

async function openPage(browser) {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' });
  await tab.goto(`http://localhost:${port}/${hash}`);
  await tab.waitForFunction(() => 'gradientWalk' in window);
  await tab.evaluate(() => window.gradientWalk.ready);
  // What is loaded behind the engine is no part of a drag.
  await tab.waitForLoadState('networkidle');
  await rest(tab);
  return tab;
}

/** The longest tasks of the built page while its sliders are dragged at D = 1000, in a fresh page a round: `{ slider, round, longestMs, long, tasks }`. */
export async function dragBench(rounds) {
  const server = await preview({ preview: { port, strictPort: true }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArguments });
  const rows = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      const tab = await openPage(browser);
      for (const slider of sliders) {
        const tasks = await tasksWhile(tab, () => drag(tab, slider));
        const long = tasks.filter((ms) => ms > longMs).length;
        rows.push({ slider, round, longestMs: tasks.slice(0, 3), long, tasks: tasks.length });
      }
      await tab.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return { hash, rounds, rows };
}
