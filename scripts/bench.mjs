import { mkdir, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { chromiumArguments } from './chromiumArguments.mjs';
import { engineDependencies } from './engineDependencies.mjs';
import { findBrowser } from './findBrowser.mjs';

/** Speed, side by side in one page: a table here, and JSON in bench-results/. `npm run bench -- 3` takes 3 rounds. */

const rounds = Number(process.argv[2] ?? 5);
const server = await createServer({
  // Found while a page runs, they would make it reload.
  optimizeDeps: { include: [...engineDependencies, '@tensorflow/tfjs'] },
  server: { port: 4182, strictPort: true },
});
await server.listen();
const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArguments });
try {
  const tab = await browser.newPage();
  await tab.goto('http://localhost:4182/#run=0&backend=cpu');
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
} finally {
  await browser.close();
  await server.close();
}
