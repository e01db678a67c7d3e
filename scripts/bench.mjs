import { mkdir, writeFile } from 'node:fs/promises';
import { withEngineTab } from './withEngineTab.mjs';

/** Speed, side by side in one page: a table here, and JSON in bench-results/. `npm run bench -- 3` takes 3 rounds. */

const rounds = Number(process.argv[2] ?? 5);
await withEngineTab(4182, '#run=0&backend=cpu', ['@tensorflow/tfjs'], async (tab) => {
  const report = await tab.evaluate(async (count) => {
    const { walkBench } = await import('/tests/bench/walkBench.ts');
    return walkBench(count);
  }, rounds);
  const table = report.rows.map((row) => {
    const same = report.rows.filter(({ width }) => width === row.width);
    const best = Math.max(
      ...same.filter(({ way }) => !way.startsWith('fused')).map((peer) => peer.weightsPerSecond),
    );
    return {
      way: row.way,
      N: row.width,
      D: row.depth,
      'walks/s': Number(row.walksPerSecond.toPrecision(3)),
      'million weights/s': Number((row.weightsPerSecond / 1e6).toPrecision(3)),
      'x best TensorFlow.js': Number((row.weightsPerSecond / best).toPrecision(3)),
      'mean ln Z': Number(row.meanLnZ.toPrecision(3)),
    };
  });
  console.log(`${report.device}, median of ${report.rounds} rounds, ReLU, forward and backward`);
  console.table(table);
  await mkdir('bench-results', { recursive: true });
  const file = `bench-results/walk-${new Date().toISOString().replaceAll(':', '-')}.json`;
  await writeFile(file, JSON.stringify(report, null, 2));
  console.log(`Written to ${file}`);
});
