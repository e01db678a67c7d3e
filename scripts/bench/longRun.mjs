import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArguments } from '../chromiumArguments.mjs';
import { findBrowser } from '../findBrowser.mjs';

/** A network whose steps cost next to nothing: what grows with a run's length is seen beside them. */
const network = 'f=tanh&depth=2&width=16&batch=8&data=spirals&rate=0.01&backend=cpu';

/** Polls the progress line, once a frame, until a run has come to `step`: the step that is seen, the time, ms, and frames so far. */
const reached = (tab, step) =>
  tab
    .waitForFunction(
      (wanted) => {
        globalThis.framesSeen = (globalThis.framesSeen ?? 0) + 1;
        const text = document.querySelector('.train-progress')?.innerText ?? '';
        const seen = Number(/^([\d\s]+) of/.exec(text.trim())?.[1].replaceAll(/\D/g, '') ?? 0);
        return seen >= wanted && { step: seen, at: performance.now(), frames: globalThis.framesSeen };
      },
      step,
      { polling: 'raf', timeout: 600_000 },
    )
    .then((handle) => handle.jsonValue());

/**
 * The built app training `steps` steps on the processor at full speed. For each tenth: steps a second; processor time of the
 * page with its worker, ms a step, which others on the machine change less; frames of the page; and the page's heap after
 * garbage collection, MB.
 */
export async function longRun(port, steps) {
  const server = await preview({ preview: { port, strictPort: true }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArguments });
  try {
    const context = await browser.newContext({ serviceWorkers: 'block', locale: 'en-GB' });
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send('Performance.enable');
    const whole = await browser.newBrowserCDPSession();
    const spent = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
      const renderers = processInfo.filter(({ type }) => type === 'renderer');
      return {
        cpu: renderers.reduce((sum, { cpuTime }) => sum + cpuTime, 0),
        heap: metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 1e6,
      };
    };
    await tab.goto(`http://localhost:${port}/#view=train&${network}&steps=${steps}`);
    const rows = [];
    // The first steps are made while the page still opens.
    let before = { ...(await reached(tab, steps / 100)), ...(await spent()) };
    for (let tenth = 1; tenth <= 10; tenth++) {
      const now = { ...(await reached(tab, (tenth * steps) / 10)), ...(await spent()) };
      const made = now.step - before.step;
      rows.push({
        steps: now.step,
        stepsPerSecond: (1000 * made) / (now.at - before.at),
        cpuMsPerStep: (1000 * (now.cpu - before.cpu)) / made,
        frames: now.frames - before.frames,
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
