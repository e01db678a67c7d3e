import { expect, test } from '@playwright/test';
import { openWalk, runWalk } from './walkPage.ts';

test('WebGPU and the processor give the same walks to 1e-3 at D = 100; where the slope jumps, the median walk', async ({
  page,
}) => {
  await openWalk(page);
  // A rounding error grows with the norm's factor: at sigmoid's g* (above 10) that is too much for float32. Gains are
  // mean field's g* as numbers, so that no search stands between the two backends.
  for (const [f, gain] of [
    ['linear', 'auto'],
    ['tanh', 1.16767],
    ['erf', 1.02983],
    ['selu', 0.8613],
    ['gelu', 1.53353],
    ['swish', 1.67653],
    ['sigmoid', 1],
    ['relu', 'auto'],
  ] as const) {
    const change = { f, gain, depth: 100, width: 100, walks: 9, seed: 3 };
    const onGpu = await runWalk(page, { ...change, backend: 'webgpu' });
    const onCpu = await runWalk(page, { ...change, backend: 'cpu' });
    expect([onGpu.backend.slice(0, 6), onCpu.backend.slice(0, 3)]).toEqual(['webgpu', 'cpu']);
    const distances = onGpu.final
      .map((lnZ, walk) => Math.abs(lnZ - (onCpu.final[walk] ?? Number.NaN)))
      .sort((a, b) => a - b);
    // A rounding error that carries one pre-activation over zero changes the slope there by a jump: one walk in ten.
    const jumps = f === 'relu' || f === 'selu';
    const compared = jumps ? distances[Math.floor(distances.length / 2)] : distances.at(-1);
    expect(compared, f).toBeLessThan(1e-3);
  }
});
