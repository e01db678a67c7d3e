import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArguments } from './chromiumArguments.mjs';
import { findBrowser } from './findBrowser.mjs';

/** A network whose steps cost next to nothing: what grows with a run's length is seen beside them. */
const network = 'f=tanh&depth=2&width=16&batch=8&data=spirals&rate=0.01&backend=cpu';

/** Polls the progress line, once a frame, until a run has come to `step`; gives the step that was seen and the time, ms. */
const reached = (tab, step) =>
  tab
    .waitForFunction(
      (wanted) => {
        const text = document.querySelector('.train-progress')?.innerText ?? '';
        const seen = Number(/^([\d\s]+) of/.exec(text.trim())?.[1].replaceAll(/\D/g, '') ?? 0);
        return seen >= wanted && { step: seen, at: performance.now() };
      },
      step,
      { polling: 'raf', timeout: 600_000 },
    )
    .then((handle) => handle.jsonValue());

/**
 * The built app training `steps` steps on the processor at full speed: for each stretch of a tenth its steps a second, and
 * of the page's main thread the time it works a second and the heap after garbage collection, MB.
 */
export async function longRun(port, steps) {
  const server = await preview({ preview: { port, strictPort: true }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArguments });
  try {
    const context = await browser.newContext({ serviceWorkers: 'block', locale: 'en-GB' });
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send('Performance.enable');
    const metrics = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics: all } = await session.send('Performance.getMetrics');
      const of = (name) => all.find((metric) => metric.name === name)?.value ?? Number.NaN;
      return { busy: of('TaskDuration'), heap: of('JSHeapUsedSize') / 1e6 };
    };
    await tab.goto(`http://localhost:${port}/#view=train&${network}&steps=${steps}`);
    const rows = [];
    // The first steps are made while the page still opens.
    let before = { ...(await reached(tab, steps / 100)), ...(await metrics()) };
    for (let tenth = 1; tenth <= 10; tenth++) {
      const seen = await reached(tab, (tenth * steps) / 10);
      const now = { ...seen, ...(await metrics()) };
      const seconds = (now.at - before.at) / 1000;
      rows.push({
        steps: now.step,
        stepsPerSecond: (now.step - before.step) / seconds,
        busyShare: (now.busy - before.busy) / seconds,
        heapMB: now.heap,
      });
      before = now;
    }
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}
