import { beforeAll, expect, test } from 'vitest';
import { ownRate } from '#engine/insight/ownRate.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { driftPerLayer } from '#theory/driftPerLayer.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import { deep, deepUnless } from '../../deep.ts';
import { plainWalk } from '../../plainWalk.ts';
import { openedBackend } from '../device/openedBackend.ts';
import { ensemble } from './ensemble.ts';

beforeAll(async () => {
  await openedBackend();
});

const base: WalkSettings = { ...plainWalk, nonlinearity: 'linear', gain: 1, seed: 12 };
const tied: WalkSettings = { ...base, tied: 1, depth: 200 };
const relu = { nonlinearity: 'relu', gain: Math.SQRT2 } as const;

/** At layer k: mean of ln Z and its error, variance and its error; null where it is to be had from the kurtosis that is measured. */
type Row = readonly [
  k: number,
  mean: number,
  meanError: number,
  variance: number,
  varianceError: number | null,
];

/** Networks behind the shared table, at least (issue 12; docs/MODEL.md, "Tied weights"). */
const tableNetworks = 400;

/** One matrix in every layer, NumPy, float64: the shared table (N = 100), then 800 (N = 100) and 3000 (N = 32) networks made apart from it. */
const explicit: readonly (readonly [string, Partial<WalkSettings>, readonly Row[]])[] = [
  [
    'linear, N = 100',
    { width: 100, walks: 80 },
    [
      [10, -0.08, 0.03, 0.27, null],
      [50, 2.3, 0.2, 10.9, null],
      [100, 6.9, 0.3, 48, null],
      [200, 16.5, 0.7, 203, null],
      [10, -0.053, 0.0181, 0.2626, 0.0137],
      [50, 2.0293, 0.1129, 10.1896, 0.6411],
      [100, 6.2431, 0.241, 46.4585, 2.8134],
      [200, 15.0942, 0.4966, 197.2671, 11.8993],
    ],
  ],
  [
    'linear, N = 32',
    { width: 32, walks: 250 },
    [
      [10, -0.1501, 0.0211, 1.3396, 0.042],
      [50, 3.7368, 0.1242, 46.2438, 1.4147],
      [100, 9.6692, 0.2564, 197.1872, 5.9029],
      [200, 21.7238, 0.5214, 815.5552, 24.143],
    ],
  ],
  [
    'ReLU, N = 100',
    { ...relu, width: 100, walks: 60 },
    [
      [10, -0.37, 0.06, 1.44, null],
      [50, 0.7, 0.4, 50, null],
      [100, 2.9, 0.8, 227, null],
      [200, 7.5, 1.6, 966, null],
      [10, -0.2901, 0.0428, 1.4657, 0.073],
      [50, 0.3727, 0.2389, 45.6743, 2.4557],
      [100, 2.0183, 0.5075, 206.0318, 10.9689],
      [200, 5.7136, 1.0365, 859.5439, 45.9936],
    ],
  ],
  [
    'ReLU, N = 32',
    { ...relu, width: 32, walks: 250 },
    [
      [10, -0.8366, 0.0454, 6.1812, 0.1723],
      [50, -0.7484, 0.2546, 194.4869, 4.9598],
      [100, 0.0089, 0.5231, 820.9237, 20.7432],
      [200, 1.9851, 1.0462, 3283.3586, 82.3126],
    ],
  ],
];

for (const [name, changes, rows] of explicit) {
  test(
    `one matrix in every layer, ${name}: mean and variance of explicit networks within 4 standard errors`,
    deepUnless(name === 'ReLU, N = 32'),
    async () => {
      const { moments, walks } = await ensemble({ ...tied, ...changes });
      for (const [k, mean, meanError, variance, varianceError] of rows) {
        const at = (values: Float64Array) => values[k] ?? Number.NaN;
        const errors = [
          Math.hypot(meanError, at(moments.stderrMean)),
          Math.hypot(
            varianceError ?? at(moments.stderrVariance) * Math.sqrt(walks / tableNetworks),
            at(moments.stderrVariance),
          ),
        ] as const;
        expect(Math.abs(at(moments.mean) - mean) / errors[0], `mean, k = ${k}`).toBeLessThan(4);
        expect(Math.abs(at(moments.variance) - variance) / errors[1], `variance, k = ${k}`).toBeLessThan(4);
      }
    },
  );
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (x: readonly number[], mx: number, y: readonly number[], my: number) =>
    mean(x.map((value, i) => (value - mx) * ((y[i] ?? 0) - my)));
  return product(a, ma, b, mb) / Math.sqrt(product(a, ma, a, ma) * product(b, mb, b, mb));
}

test(
  'a linear walk of one matrix becomes a straight line of slope 2 ln|lambda_1|, its network’s own',
  deep,
  async () => {
    for (const [width, residual] of [
      [32, 0],
      [32, 0.3],
      [100, 0],
    ] as const) {
      const settings = { ...tied, width, depth: 600, walks: 20, residual };
      const { paths } = await ensemble(settings);
      const slopes = paths.map((path) => ((path[600] ?? 0) - (path[300] ?? 0)) / 300);
      const rates = paths.map((_, network) => ownRate({ ...settings, networks: 20 }, network));
      expect(correlation(slopes, rates), `N = ${width}, alpha = ${residual}`).toBeGreaterThan(0.999);
      for (const [i, rate] of rates.entries()) expect(Math.abs(rate - (slopes[i] ?? 0))).toBeLessThan(0.02);
    }
  },
);

test('orthogonal linear networks of one matrix keep the norm: |ln Z| < 1e-3 at D = 1000', deep, async () => {
  const settings = { ...tied, weights: 'orthogonal', width: 32, depth: 1000, walks: 2 } as const;
  for (const lnZ of (await ensemble(settings)).final) expect(Math.abs(lnZ)).toBeLessThan(1e-3);
});

for (const [nonlinearity, norm, expected] of [
  ['relu', 'rms', 0],
  ['relu', 'layer', 0.3831],
  ['tanh', 'rms', 0.164],
] as const) {
  test(
    `${nonlinearity} behind ${norm} norm: ln Z gains ${expected} a layer, within 4 standard errors at infinite width`,
    deepUnless(nonlinearity === 'relu' && norm === 'layer'),
    async () => {
      const at = async (width: number, walks: number) => {
        const settings = { ...base, nonlinearity, norm, width, walks, depth: 31 };
        // The last step divides by what the input gave, and not by what a layer made.
        const ends = (await ensemble(settings)).paths.map((path) => (path[30] ?? Number.NaN) / 30);
        const mean = ends.reduce((sum, x) => sum + x, 0) / ends.length;
        const variance = ends.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (ends.length - 1);
        return { mean, error: Math.sqrt(variance / ends.length) };
      };
      const [narrow, wide] = [await at(32, 300), await at(64, 150)];
      // Terms of order 1/N cancel.
      const slope = 2 * wide.mean - narrow.mean;
      const error = Math.hypot(2 * wide.error, narrow.error);
      expect(error).toBeLessThan(0.02);
      expect(Math.abs(slope - expected) / error).toBeLessThan(4);
      expect(driftPerLayer({ ...base, nonlinearity, norm }, 1)).toBeCloseTo(expected, 3);
    },
  );
}

/** Pre-norm residual ReLU, alpha 1, N = 128, explicit networks in NumPy: mean of ln Z with its error. */
const stream = {
  layer: [
    [10, 2.8449, 0.0181],
    [30, 4.3165, 0.0275],
    [100, 5.9618, 0.0533],
  ],
  rms: [
    [10, 1.8504, 0.0131],
    [30, 2.013, 0.0149],
    [100, 2.0981, 0.0218],
  ],
} as const;

for (const norm of ['layer', 'rms'] as const) {
  test(
    `a pre-norm residual stream with ${norm} norm has the gradients of explicit networks, and nearly those of its theory`,
    deep,
    async () => {
      for (const [depth, mean, error] of stream[norm]) {
        const settings = {
          ...base,
          ...relu,
          residual: 1,
          norm,
          width: 128,
          depth,
          walks: depth === 100 ? 10 : 30,
        };
        const { moments } = await ensemble(settings);
        const own = moments.stderrMean[depth] ?? 0;
        const found = moments.mean[depth] ?? Number.NaN;
        expect(Math.abs(found - mean) / Math.hypot(error, own), `D = ${depth}`).toBeLessThan(4);
        expect(Math.abs(found - (walkTheory(settings).mean[depth] ?? 0)), `D = ${depth}`).toBeLessThan(
          4 * own + 0.1,
        );
      }
    },
  );
}
