import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchParts } from './benchParts.mjs';
import { dragBench } from './dragBench.mjs';
import { longRun } from './longRun.mjs';
import { pythonTraining, pythonWalks } from './pythonPeers.mjs';
import { startBench } from './startBench.mjs';
import { streamBench } from './streamBench.mjs';
import { withEngineInNode } from './withEngineInNode.mjs';
import { withEngineTab } from './withEngineTab.mjs';

/**
 * Speed, side by side in one run: tables here, and JSON in bench-results/. `npm run bench -- 3` takes 3 rounds; more words, of
 * `walk`, `free`, `train`, `theory`, `drag`, `stream`, `start` and `long`, do those parts; the last four are of the built app; `--node`
 * runs the kernels in Node, by Dawn, without a browser.
 */
const { values, positionals } = parseArgs({ options: { node: { type: 'boolean' } }, allowPositionals: true });
const rounds = Number(positionals[0] ?? 5);
const parts = positionals.slice(1);
const does = (name) => parts.length === 0 || parts.includes(name);

async function keep(name, report) {
  await mkdir('bench-results', { recursive: true });
  const file = `bench-results/${name}-${new Date().toISOString().replaceAll(':', '-')}.json`;
  await writeFile(file, JSON.stringify(report, null, 2));
  console.log(`Written to ${file}`);
}

const digits = (value) => Number(value.toPrecision(3));

/** The rows with how often each beats the best row that `isPeer` of the same size. */
function compared(rows, speedOf, sizeOf, isPeer) {
  return rows.map((row) => {
    const peers = rows.filter((other) => sizeOf(other) === sizeOf(row) && isPeer(other));
    return digits(speedOf(row) / Math.max(...peers.map(speedOf)));
  });
}

const isOurs = (way) => way.startsWith('fused') || way.startsWith('WebAssembly');

async function walkTable(call) {
  const report = await call('walkBench', rounds);
  const fused = report.rows.filter(({ way }) => way.startsWith('fused'));
  const sizes = fused.map(({ width, depth, walks }) => ({ width, depth, walks }));
  const rows = [...report.rows, ...(await pythonWalks(sizes, rounds))].sort((a, b) => a.width - b.width);
  /** How often our best beats a row of its width. */
  const ourTimes = (row) => {
    const ours = rows.filter(({ width, way }) => width === row.width && isOurs(way));
    const best = Math.max(...ours.map(({ weightsPerSecond }) => weightsPerSecond));
    return digits(best / row.weightsPerSecond);
  };
  console.log(`${report.device}, median of ${report.rounds} rounds, ReLU, forward and backward`);
  console.table(
    rows.map((row) => ({
      way: row.way,
      N: row.width,
      D: row.depth,
      'walks/s': digits(row.walksPerSecond),
      'million weights/s': digits(row.weightsPerSecond / 1e6),
      'our best is x': ourTimes(row),
      'mean ln Z': digits(row.meanLnZ),
    })),
  );
  await keep('walk', { ...report, rows });
}

async function freeTable(call) {
  const report = await call('freeBench');
  console.log(
    `${report.device}, matrix-free beside real matrices, gradient; KS below 2.33 is one law (4e-5)`,
  );
  console.table(
    report.rows.map((row) => ({
      sampler: row.way,
      f: row.nonlinearity,
      D: row.depth,
      N: row.width,
      walks: row.walks,
      seconds: digits(row.seconds),
      'walks/s': digits(row.walksPerSecond),
      'mean ln Z': digits(row.meanLnZ),
      KS: row.distance === null ? null : digits(row.distance),
    })),
  );
  await keep('free', report);
}

async function trainTable(call) {
  const report = await call('trainBench', rounds);
  const sizes = report.rows.filter(({ way }) => way === report.rows[0]?.way);
  const rows = [...report.rows, ...(await pythonTraining(sizes, rounds))].sort(
    (a, b) => a.width * a.depth - b.width * b.depth,
  );
  const timesBest = (isPeer) =>
    compared(
      rows,
      (row) => row.stepsPerSecond,
      (row) => `${row.depth} ${row.width}`,
      isPeer,
    );
  const ratios = timesBest((row) => row.way.startsWith('composed') || row.way.startsWith('layers'));
  const ofJax = timesBest((row) => row.way.startsWith('jax-js'));
  const ofPyTorch = timesBest((row) => row.way.startsWith('PyTorch') && row.way.endsWith('cpu'));
  console.log(
    `${report.device}, median of ${report.rounds} rounds, tanh, a training step of 784 - N x D - 10`,
  );
  console.table(
    rows.map((row, i) => ({
      way: row.way,
      D: row.depth,
      N: row.width,
      batch: row.batch,
      'steps/s': digits(row.stepsPerSecond),
      'x best TensorFlow.js': ratios[i],
      'x jax-js': Number.isFinite(ofJax[i]) && ofJax[i] > 0 ? ofJax[i] : null,
      'x PyTorch on the processor': Number.isFinite(ofPyTorch[i]) && ofPyTorch[i] > 0 ? ofPyTorch[i] : null,
      'JavaScript ms/step': row.scriptMs === undefined ? null : digits(row.scriptMs),
      'last loss': digits(row.lastLoss),
    })),
  );
  await keep('train', { ...report, rows });
}

async function theoryTable(call) {
  const report = await call('theoryBench', rounds);
  const times = (pair) => (pair ? pair.map(digits).join(', ') : 'none');
  console.log(
    `Theory of a pass of 1000 layers, ms; median and largest over settings, of ${report.rounds} rounds each`,
  );
  console.table(
    report.rows.map((row) => ({
      f: row.nonlinearity,
      'first, N = 100': digits(row.firstWide),
      'first, N = 24': digits(row.firstNarrow),
      'order 1/N': times(row.orderOne),
      'two numbers': times(row.twoNumber),
    })),
  );
  await keep('theory', report);
}

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

async function dragTable() {
  const report = await dragBench(rounds);
  await taskTable('drag', `Sliders dragged at ${report.hash}: the page's longest tasks`, report);
}

async function streamTable() {
  const report = await streamBench(rounds);
  await taskTable('stream', `Walks streaming at ${report.hash}, alone and with four to compare with`, report);
}

async function startTable() {
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

async function tables(call) {
  if (does('walk')) await walkTable(call);
  if (does('free')) await freeTable(call);
  if (does('train')) await trainTable(call);
  if (does('theory')) await theoryTable(call);
}

/** The tables of the kernels in a browser's page. */
const inTab = () =>
  withEngineTab(4182, '#run=0&backend=cpu', ['@tensorflow/tfjs', '@jax-js/jax'], (tab) =>
    tables((name, ...given) =>
      tab.evaluate(
        async ([file, part, list]) => (await import(file))[part](...list),
        [benchParts[name], name, given],
      ),
    ),
  );

const ofKernels = ['walk', 'free', 'train', 'theory'];
if (ofKernels.some(does)) await (values.node ? withEngineInNode(tables) : inTab());
if (does('drag') && !values.node) await dragTable();
if (does('stream') && !values.node) await streamTable();
if (does('start') && !values.node) await startTable();
if (does('long') && !values.node) await longTable();
