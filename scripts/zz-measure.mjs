import { chromium } from 'playwright';
import { preview } from 'vite';
import { chromiumArguments } from './chromiumArguments.mjs';
import { findBrowser } from './findBrowser.mjs';

const server = await preview({
  root: '/tmp/measure',
  build: { outDir: 'dist' },
  preview: { port: 4190, strictPort: true },
});
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [...chromiumArguments, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
});
const page = await browser.newPage();
page.on('pageerror', (e) => console.log('pageerror', e.message));
await page.goto('http://localhost:4190/#view=train&run=0&data=mnist');
await page.evaluate(() => window.gradientWalk.ready);
const runs = [
  { name: 'relu 20 64', f: 'relu', depth: 20, width: 64, gain: 'auto', rate: 0.01, batch: 32, steps: 600 },
  { name: 'relu 20 64 half', f: 'relu', depth: 20, width: 64, gain: 0.72, rate: 0.01, batch: 64, steps: 600 },
  { name: 'relu 50 64', f: 'relu', depth: 50, width: 64, gain: 'auto', rate: 0.003, batch: 64, steps: 6000 },
  {
    name: 'relu 50 64 half',
    f: 'relu',
    depth: 50,
    width: 64,
    gain: 0.7215,
    rate: 0.003,
    batch: 64,
    steps: 1000,
  },
  {
    name: 'tanh 200 100',
    f: 'tanh',
    depth: 200,
    width: 100,
    gain: 1.144,
    rate: 0.003,
    batch: 64,
    steps: 1000,
  },
  {
    name: 'tanh 200 100 0.8',
    f: 'tanh',
    depth: 200,
    width: 100,
    gain: 0.8,
    rate: 0.003,
    batch: 64,
    steps: 300,
  },
  {
    name: 'relu 1000 32',
    f: 'relu',
    depth: 1000,
    width: 32,
    gain: 'auto',
    rate: 0.001,
    batch: 32,
    steps: 200,
  },
];
for (const { name, ...keys } of runs) {
  const r = await page.evaluate(async (k) => {
    window.gradientWalk.set({ view: 'train', data: 'mnist', seed: 1, ...k });
    const r = await window.gradientWalk.run();
    return {
      data: r.data,
      backend: r.backend,
      loss: r.loss,
      test: r.testAccuracy,
      testLoss: r.testLoss,
      sps: r.stepsPerSecond,
      ms: r.elapsedMs,
      diverged: r.diverged,
      script: r.scriptMsPerStep ?? r.scriptMs,
      heap: performance.memory?.usedJSHeapSize,
    };
  }, keys);
  const n = r.loss.length,
    t = r.loss.slice(-Math.round(n / 10));
  console.log(
    JSON.stringify({
      name,
      first: r.loss[0],
      last: t.reduce((a, b) => a + b, 0) / t.length,
      ...r,
      loss: undefined,
      n,
    }),
  );
}
await browser.close();
await server.close();
