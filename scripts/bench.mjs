import { mkdir, writeFile } from 'node:fs/promises';
import { pythonPeers } from './pythonPeers.mjs';
import { withEngineTab } from './withEngineTab.mjs';

/** Speed, side by side in one page: tables here, and JSON in bench-results/. `npm run bench -- 3` takes 3 rounds; a second word, `walk`, `free` or `train`, does one part. */

const rounds = Number(process.argv[2] ?? 5);
const part = process.argv[3];
const does = (name) => part === undefined || part === name;

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

async function walkTable(tab) {
  const report = await tab.evaluate(async (count) => {
    const { walkBench } = await import('/tests/bench/walkBench.ts');
    return walkBench(count);
  }, rounds);
  const fused = report.rows.filter(({ way }) => way.startsWith('fused'));
  const sizes = fused.map(({ width, depth, walks }) => ({ width, depth, walks }));
  const rows = [...report.rows, ...(await pythonPeers(sizes, rounds))].sort((a, b) => a.width - b.width);
  const kernelTimes = (row) => {
    const ours = fused.find(({ width }) => width === row.width);
    return ours ? digits(ours.weightsPerSecond / row.weightsPerSecond) : null;
  };
  console.log(`${report.device}, median of ${report.rounds} rounds, ReLU, forward and backward`);
  console.table(
    rows.map((row) => ({
      way: row.way,
      N: row.width,
      D: row.depth,
      'walks/s': digits(row.walksPerSecond),
      'million weights/s': digits(row.weightsPerSecond / 1e6),
      'our kernel is x': kernelTimes(row),
      'mean ln Z': digits(row.meanLnZ),
    })),
  );
  await keep('walk', { ...report, rows });
}

async function freeTable(tab) {
  const report = await tab.evaluate(async () => {
    const { freeBench } = await import('/tests/bench/freeBench.ts');
    return freeBench();
  });
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

async function trainTable(tab) {
  const report = await tab.evaluate(async (count) => {
    const { trainBench } = await import('/tests/bench/trainBench.ts');
    return trainBench(count);
  }, rounds);
  const ratios = compared(
    report.rows,
    (row) => row.stepsPerSecond,
    (row) => `${row.depth} ${row.width}`,
    (row) => row.way.startsWith('composed'),
  );
  console.log(
    `${report.device}, median of ${report.rounds} rounds, tanh, a training step of 784 - N x D - 10`,
  );
  console.table(
    report.rows.map((row, i) => ({
      way: row.way,
      D: row.depth,
      N: row.width,
      batch: row.batch,
      'steps/s': digits(row.stepsPerSecond),
      'x best TensorFlow.js': ratios[i],
      'JavaScript ms/step': digits(row.scriptMs),
      'last loss': digits(row.lastLoss),
    })),
  );
  await keep('train', report);
}

await withEngineTab(4182, '#run=0&backend=cpu', ['@tensorflow/tfjs'], async (tab) => {
  if (does('walk')) await walkTable(tab);
  if (does('free')) await freeTable(tab);
  if (does('train')) await trainTable(tab);
});
