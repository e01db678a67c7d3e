import { beforeAll, expect, test } from 'vitest';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { shareDead } from '#theory/shareDead.ts';
import { stepLaw } from '#theory/stepLaw.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import { deep, deepUnless } from '../../deep.ts';
import { plainWalk } from '../../plainWalk.ts';
import { openedBackend } from '../device/openedBackend.ts';
import { type Ensemble, ensemble } from './ensemble.ts';

beforeAll(async () => {
  await openedBackend();
});

const base: WalkSettings = {
  ...plainWalk,
  depth: 50,
  gain: 1.4,
  seed: 11,
  walks: 800,
};

/** Distances from theory in standard errors at five depths and the end; theory must be exact there. */
function expectExact(settings: WalkSettings, { moments, walks, dead }: Ensemble): void {
  const theory = walkTheory(settings);
  if (theory?.kind !== 'exact' || !theory.variance) throw new Error('No exact theory for this test.');
  const law = stepLaw(settings.nonlinearity, settings.weights, settings.width);
  const living = walks - dead;
  for (const k of [1, 2, 5, 10, 25, settings.depth].filter((depth) => depth <= settings.depth)) {
    const variance = theory.variance[k] ?? Number.NaN;
    // The fourth cumulant of a sum of k equal independent steps is k times a step's.
    const excess = (k * (law?.cumulant4 ?? 0)) / variance ** 2;
    const meanError = Math.abs((moments.mean[k] ?? Number.NaN) - (theory.mean[k] ?? 0));
    const varianceError = Math.abs((moments.variance[k] ?? Number.NaN) - variance);
    expect(meanError / Math.sqrt(variance / living), `mean at k = ${k}`).toBeLessThan(4);
    expect(
      varianceError / (variance * Math.sqrt((excess + 2) / living)),
      `variance at k = ${k}`,
    ).toBeLessThan(4);
  }
}

for (const nonlinearity of ['linear', 'relu', 'leaky'] as const) {
  for (const weights of ['gaussian', 'orthogonal'] as const) {
    if (nonlinearity === 'linear' && weights === 'orthogonal') continue;
    for (const [width, depth] of [
      [24, 50],
      [65, 30],
    ] as const) {
      test(
        `${nonlinearity}, ${weights}, N = ${width}: mean and variance of ln Z lie within 4 standard errors of exact`,
        deepUnless(weights === 'gaussian' && width === 24 && nonlinearity !== 'leaky'),
        async () => {
          const walks = weights === 'orthogonal' ? 120 : width === 24 ? 800 : 400;
          const settings = { ...base, nonlinearity, weights, width, depth, walks };
          expectExact(settings, await ensemble(settings));
        },
      );
    }
  }
}

test('the forward pass of activations applies the same exact law', async () => {
  const settings = { ...base, pass: 'forward' } as const;
  expectExact(settings, await ensemble(settings));
});

test('Philox weights give the same law as pcg4d', deep, async () => {
  const settings = { ...base, walks: 400 };
  expectExact(settings, await ensemble(settings, 'philox'));
});

test('N Var z is 2 for linear and 5 for ReLU (z scaled to mean 1)', async () => {
  for (const [nonlinearity, leading] of [
    ['linear', 2],
    ['relu', 5],
  ] as const) {
    const width = 32;
    const settings = { ...base, nonlinearity, width, depth: 1, walks: 4000, gain: 1 };
    const { final } = await ensemble(settings);
    // E z is known exactly: 1 (linear) and 1/2 (ReLU); z is scaled to mean 1.
    const scaled = final.map((lnZ) => Math.exp(lnZ) * (nonlinearity === 'relu' ? 2 : 1));
    const central = (power: number, around: number) =>
      scaled.reduce((sum, z) => sum + (z - around) ** power, 0) / scaled.length;
    const mean = central(1, 0);
    const variance = central(2, mean);
    const stderr = Math.sqrt((central(4, mean) - variance ** 2) / scaled.length);
    expect(Math.abs(width * variance - leading) / (width * stderr), nonlinearity).toBeLessThan(4);
  }
});

test('the share of dead ReLU networks at N = 8, D = 100 is 0.3239 within 4 standard errors', async () => {
  const settings = { ...base, width: 8, depth: 100, walks: 800 };
  const { walks, dead } = await ensemble(settings);
  const exact = shareDead('relu', 'backward', 100, 8);
  expect(exact).toBeCloseTo(0.3239, 4);
  expect(Math.abs(dead / walks - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / walks));
});

test('orthogonal linear networks keep the norm: |ln Z| < 1e-3 at D = 1000', async () => {
  const settings = {
    ...base,
    nonlinearity: 'linear',
    weights: 'orthogonal',
    width: 32,
    depth: 1000,
    gain: 1,
    walks: 8,
  } as const;
  const { final } = await ensemble(settings);
  for (const lnZ of final) expect(Math.abs(lnZ)).toBeLessThan(1e-3);
});

for (const gain of [0.3, 3]) {
  test(`gain ${gain} at D = 1000 gives finite ln Z with the exact drift`, deep, async () => {
    for (const nonlinearity of ['linear', 'relu'] as const) {
      const settings = { ...base, nonlinearity, gain, width: 48, depth: 1000, walks: 40 };
      const result = await ensemble(settings);
      expect(result.final.every(Number.isFinite)).toBe(true);
      expectExact(settings, result);
    }
  });
}

test(
  'the weight gradients of linear and ReLU networks are flat on average for a wrong gain too',
  deep,
  async () => {
    for (const nonlinearity of ['linear', 'relu'] as const) {
      const settings = { ...base, nonlinearity, pass: 'weights', gain: 0.7, walks: 600 } as const;
      expect(walkTheory(settings).mean.every((value) => value === 0)).toBe(true);
      const { moments } = await ensemble(settings);
      expect(moments.mean[1]).toBe(0);
      for (const k of [2, 5, 10, 25, 50]) {
        const inErrors = Math.abs(moments.mean[k] ?? Number.NaN) / (moments.stderrMean[k] ?? 0);
        expect(inErrors, `${nonlinearity}, k = ${k}`).toBeLessThan(4);
      }
    }
  },
);
