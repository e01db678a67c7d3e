import { dragBench } from './dragBench.mjs';
import { longRun } from './longRun.mjs';
import { memoryBench } from './memoryBench.mjs';
import { digits, keep } from './report.mjs';
import { slideBench } from './slideBench.mjs';
import { startBench } from './startBench.mjs';
import { streamBench } from './streamBench.mjs';

async function longTable() {
  const rows = await longRun(4184, 10_000);
  console.log('A run of 10,000 steps of a small network in the built app, tenth by tenth');
  console.table(
    rows.map((row) => ({
      steps: row.steps,
      'steps/s': digits(row.stepsPerSecond),
      'processor ms/step': digits(row.cpuMsPerStep),
      frames: row.frames,
      'heap MB': digits(row.heapMB),
    })),
  );
  await keep('long', { rows });
}

/** The main thread's longest tasks of each row, by what was done. */
async function taskTable(name, title, report) {
  console.log(`${title}, processor ms, a fresh page a round`);
  console.table(
    report.rows.map(({ longestMs, long, tasks, ...done }) => ({
      ...done,
      'longest tasks': longestMs.map(digits).join(', '),
      'over 50 ms': long,
      tasks,
    })),
  );
  await keep(name, report);
}

async function dragTable(rounds) {
  const report = await dragBench(rounds);
  await taskTable('drag', `Sliders dragged at ${report.hash}: the page's longest tasks`, report);
}

async function streamTable(rounds) {
  const report = await streamBench(rounds);
  await taskTable('stream', `Walks streaming at ${report.hash}, alone and with four to compare with`, report);
}

async function startTable(rounds) {
  const report = await startBench(rounds);
  console.log(`A fresh browser opens ${report.hash}, ms after the address was asked for; median`);
  console.table(
    report.rows.map(({ backend, computes, paintMs, readyMs, walkMs }) => ({
      backend,
      computes,
      'first paint': digits(paintMs),
      'backend ready': digits(readyMs),
      'first measured walk': digits(walkMs),
      'after first paint': digits(walkMs - paintMs),
    })),
  );
  await keep('start', report);
}

async function slideTable(rounds) {
  const report = await slideBench(rounds);
  const pair = (values) => values.map(digits).join(', ');
  console.log('From a key on a slider of the page as it opens, ms: middle and 95th percentile');
  console.table(
    report.rows.map(({ backend, slider, presses, theoryMs, walkMs }) => ({
      backend,
      slider,
      presses,
      "theory's line": pair(theoryMs),
      'first measured walk': pair(walkMs),
    })),
  );
  await keep('slide', report);
}

async function memoryTable() {
  const report = await memoryBench();
  console.log(
    "Memory of the page with its workers, of the browser's GPU process, and of the page's heap, MB",
  );
  console.table(
    report.rows.map(({ pageMB, gpuMB, heapMB, ...done }) => ({
      ...done,
      'page and workers': digits(pageMB),
      'GPU process': digits(gpuMB),
      heap: digits(heapMB),
    })),
  );
  await keep('memory', report);
}

/** The tables of the built app by their names: each is given how many rounds. */
export const pageTables = {
  drag: dragTable,
  slide: slideTable,
  stream: streamTable,
  start: startTable,
  memory: memoryTable,
  long: longTable,
};
