import { mkdir, writeFile } from 'node:fs/promises';
import { withEngineTab } from './withEngineTab.mjs';

/** Speed, side by side in one page: tables here, and JSON in bench-results/. `npm run bench -- 3` takes 3 rounds; a second word, `walk` or `train`, does one half. */

const rounds = Number(process.argv[2] ?? 5);
const half = process.argv[3];

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

await withEngineTab(4182, '#run=0&backend=cpu', ['@tensorflow/tfjs'], async (tab) => {
  if (half !== 'train') {
    const report = await tab.evaluate(async (count) => {
      const { walkBench } = await import('/tests/bench/walkBench.ts');
      return walkBench(count);
    }, rounds);
    const ratios = compared(
      report.rows,
      (row) => row.weightsPerSecond,
      (row) => row.width,
      (row) => !row.way.startsWith('fused'),
    );
    console.log(`${report.device}, median of ${report.rounds} rounds, ReLU, forward and backward`);
    console.table(
      report.rows.map((row, i) => ({
        way: row.way,
        N: row.width,
        D: row.depth,
        'walks/s': digits(row.walksPerSecond),
        'million weights/s': digits(row.weightsPerSecond / 1e6),
        'x best TensorFlow.js': ratios[i],
        'mean ln Z': digits(row.meanLnZ),
      })),
    );
    await keep('walk', report);
  }
  if (half !== 'walk') {
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
      `${report.device}, median of ${report.rounds} rounds, ReLU, a training step of 784 - N x D - 10`,
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
});
