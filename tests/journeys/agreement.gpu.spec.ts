import { expect, test } from '@playwright/test';
import { deep } from './deep.ts';
import { openWalk, runWalk } from './walkPage.ts';

test(
  'WebGPU, WebAssembly and the TypeScript reference give the same walks to 1e-3 at D = 100; where the slope jumps, the median walk',
  deep,
  async ({ page }) => {
    await openWalk(page, '#f=relu&depth=5&width=8&walks=2&run=0');
    // A rounding error grows with the norm's factor: at sigmoid's g* (above 10) that is too much for float32. Gains are
    // mean field's g* as numbers, so that no search stands between the two backends.
    const settings = (
      [
        ['linear', 'auto'],
        ['tanh', 1.16767],
        ['erf', 1.02983],
        ['selu', 0.8613],
        ['gelu', 1.53353],
        ['swish', 1.67653],
        ['sigmoid', 1],
        ['relu', 'auto'],
      ] as const
    ).map(([f, gain]) => ({ f, gain, depth: 100, width: 32, walks: 5, seed: 3 }));
    const ends = async (backend: 'webgpu' | 'wasm' | 'cpu') => {
      const all: (readonly number[])[] = [];
      for (const change of settings) {
        const results = await runWalk(page, { ...change, backend });
        expect(results.backend).toMatch(new RegExp(`^${backend}`));
        all.push(results.final);
      }
      return all;
    };
    // One device for all of them: each new one compiles anew.
    const [onGpu, onVectors, onCpu] = [await ends('webgpu'), await ends('wasm'), await ends('cpu')];
    for (const [i, { f }] of settings.entries()) {
      for (const found of [onGpu[i], onVectors[i]]) {
        expect(found).toHaveLength(5);
        const distances = (found ?? [])
          .map((lnZ, walk) => Math.abs(lnZ - (onCpu[i]?.[walk] ?? Number.NaN)))
          .sort((a, b) => a - b);
        // A rounding error that carries one pre-activation over zero changes the slope there by a jump: one walk in ten.
        const jumps = f === 'relu' || f === 'selu';
        const compared = jumps ? distances[Math.floor(distances.length / 2)] : distances.at(-1);
        expect(compared, f).toBeLessThan(1e-3);
      }
    }
  },
);
