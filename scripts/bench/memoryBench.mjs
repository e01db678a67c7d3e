import { readFileSync } from 'node:fs';
import { withBuiltPage } from './mainTasks.mjs';

const port = 4188;
const walks = '#f=relu&depth=200&width=100&walks=1000&run=0';
const training = '#view=train&f=tanh&depth=50&width=64&steps=100&data=digits&rate=0.01&run=0';
const repeats = 4;

/** Private memory of a process, MB, as Linux counts it; shared pages are shared out. */
function privateMB(pid) {
  const [, kilobytes] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kilobytes) / 1000;
}

/** Memory of the page with its workers, of the browser's GPU process, and of the page's own heap after garbage collection, MB. */
async function memoryOf(tab) {
  const whole = await tab.context().browser().newBrowserCDPSession();
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  await whole.detach();
  const session = await tab.context().newCDPSession(tab);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  // Of some renderers, one keeps a blank page ready.
  const largest = (type) =>
    Math.max(...processInfo.filter((one) => one.type === type).map(({ id }) => privateMB(id)));
  return {
    pageMB: largest('renderer'),
    gpuMB: largest('GPU'),
    heapMB: metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 1e6,
  };
}

const run = (tab) => tab.evaluate(() => window.gradientWalk.run().then(() => undefined));

/** Memory of the built page as it opens, after a run and after some more of the same, MB; Linux only. */
export const memoryBench = () =>
  withBuiltPage(port, async (open) => {
    const rows = [];
    for (const backend of ['auto', 'webgpu']) {
      for (const [name, hash] of Object.entries({ walks, training })) {
        const tab = await open(`${hash}&backend=${backend}`);
        rows.push({ backend, run: name, after: 'opened', ...(await memoryOf(tab)) });
        for (let i = 1; i <= repeats; i++) {
          await run(tab);
          if (i === 1 || i === repeats)
            rows.push({ backend, run: name, after: `runs: ${i}`, ...(await memoryOf(tab)) });
        }
        await tab.close();
      }
    }
    return { rows };
  });
