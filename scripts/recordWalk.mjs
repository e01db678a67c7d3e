import { writeFile } from 'node:fs/promises';
import { withEngineTab } from './withEngineTab.mjs';

/** Runs the default experiment on the real engine and writes it to public/recorded-walk.json: the first picture. */

const drawnWalks = 100;
const stepsPerUnit = 1000;

await withEngineTab(4181, '#run=0', [], async (tab) => {
  const run = await tab.evaluate(async () => {
    const { openPage } = await import('/src/api/page.ts');
    const page = openPage();
    page.startEngine();
    await page.api.ready;
    await page.api.run();
    const { backend, walks, dead, elapsedMs, weightsPerSecond, moments, final, paths, settings } =
      page.live.current();
    return {
      backend,
      walks,
      dead,
      elapsedMs,
      weightsPerSecond,
      depth: settings.depth,
      moments: Object.fromEntries(Object.entries(moments).map(([name, series]) => [name, [...series]])),
      final: [...final],
      paths: [...paths],
    };
  });
  if (!run.backend.startsWith('webgpu') || run.dead > 0)
    throw new Error(`Not a good recording: ${run.backend}`);
  const length = run.depth + 1;
  const rounded = (value) => Number(value.toPrecision(6));
  const thousandths = (walk, k) => Math.round(stepsPerUnit * run.paths[walk * length + k]);
  const file = {
    backend: run.backend,
    walks: run.walks,
    elapsedMs: Math.round(run.elapsedMs),
    weightsPerSecond: Math.round(run.weightsPerSecond),
    moments: Object.fromEntries(
      Object.entries(run.moments).map(([name, series]) => [name, series.map(rounded)]),
    ),
    final: run.final.map(rounded),
    steps: Array.from({ length: drawnWalks }, (_, walk) =>
      // Differences of rounded values: their sum does not drift.
      Array.from({ length: run.depth }, (_, k) => thousandths(walk, k + 1) - thousandths(walk, k)),
    ),
  };
  await writeFile('public/recorded-walk.json', JSON.stringify(file));
  console.log(`Recorded ${file.walks} walks on ${file.backend}.`);
});
