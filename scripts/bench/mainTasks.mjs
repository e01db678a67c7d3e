import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArguments } from '../chromiumArguments.mjs';
import { findBrowser } from '../findBrowser.mjs';

/** What keeps a page from answering, ms. */
const longMs = 50;

/** Processor time of each task of the page's main thread while something is done, ms, the longest first. */
export async function tasksWhile(tab, work) {
  const session = await tab.context().newCDPSession(tab);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  const includedCategories = ['toplevel', '__metadata'];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  await work();
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  const threadOf = ({ pid, tid }) => `${pid} ${tid}`;
  const isMain = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain';
  const main = new Set(events.filter(isMain).map(threadOf));
  return events
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(threadOf(event)))
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((a, b) => b - a);
}

/** The longest of some tasks, how many keep a page from answering, and how many there are. */
export const taskCounts = (tasks) => ({
  longestMs: tasks.slice(0, 3),
  long: tasks.filter((ms) => ms > longMs).length,
  tasks: tasks.length,
});

/** The thumb of the slider of a name. */
export const thumbOf = (tab, name) =>
  tab.locator('.slider-thumb').and(tab.getByRole('slider', { name, exact: true }));

/** Waits until the page has nothing more to do. */
export const rest = (tab) => tab.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));

/** Serves the built page while it is used: `use(open)`, whose `open(hash)` gives a fresh page that has come to rest. */
export async function withBuiltPage(port, use) {
  const server = await preview({ preview: { port, strictPort: true }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArguments });

  async function open(hash) {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' });
    await tab.goto(`http://localhost:${port}/${hash}`);
    await tab.waitForFunction(() => 'gradientWalk' in window);
    await tab.evaluate(() => window.gradientWalk.ready);
    // What is loaded behind the engine is no part of what is done then.
    await tab.waitForLoadState('networkidle');
    await rest(tab);
    return tab;
  }

  try {
    return await use(open);
  } finally {
    await browser.close();
    await server.close();
  }
}
