import { expect, test } from 'vitest';
import { namedGain } from '#theory/namedGain.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { shareDead } from '#theory/shareDead.ts';
import { factorOfTen, shareWithin } from '#theory/shareWithin.ts';
import { stepLaw } from '#theory/stepLaw.ts';
import { walkDensity } from '#theory/walkDensity.ts';
import { walkTheory } from '#theory/walkTheory.ts';

const base = {
  nonlinearity: 'linear',
  weights: 'gaussian',
  pass: 'backward',
  depth: 500,
  width: 100,
  gain: 1,
  inputScale: 1,
  biasDeviation: 0,
} as const;

test('N = 100, D = 500 at g*: Var ln Z is 10.1007 (linear) and 25.9700 (ReLU), and the mean is 0', () => {
  for (const [nonlinearity, variance] of [
    ['linear', 10.1007],
    ['relu', 25.97],
  ] as const) {
    const setting = { ...base, nonlinearity };
    const theory = walkTheory({ ...setting, gain: namedGain('auto', setting).value });
    expect(theory.kind).toBe('exact');
    expect(theory.variance?.[500]).toBeCloseTo(variance, 4);
    expect(Math.abs(theory.mean[500] ?? 1)).toBeLessThan(1e-10);
  }
});

test('what is exact is called so, the gradient of ReLU with biases too; the rest has the name of its theory', () => {
  const kindOf = (change: Partial<Parameters<typeof walkTheory>[0]>) =>
    walkTheory({ ...base, depth: 50, ...change }).kind;
  expect(kindOf({ nonlinearity: 'leaky', weights: 'orthogonal' })).toBe('exact');
  expect(kindOf({ nonlinearity: 'relu', biasDeviation: 0.1 })).toBe('exact');
  expect(kindOf({ nonlinearity: 'relu', biasDeviation: 0.1, pass: 'forward' })).toBe('order-1/N');
  expect(kindOf({ weights: 'uniform' })).toBe('order-1/N');
  expect(kindOf({ nonlinearity: 'tanh', gain: 1.2 })).toBe('order-1/N');
  expect(kindOf({ nonlinearity: 'gelu', gain: 1.5 })).toBe('two-number');
  expect(kindOf({ nonlinearity: 'tanh', width: 8 })).toBe('mean-field');
  expect(walkTheory({ ...base, nonlinearity: 'tanh', width: 8 }).variance).toBeNull();
  expect(kindOf({ residual: 1 })).toBe('exact');
  const tanh = { ...base, nonlinearity: 'tanh', residual: 1 } as const;
  expect(walkTheory(tanh)).toMatchObject({ kind: 'mean-field', variance: null });
});

test('every combination gives finite means and variances that never fall below zero', () => {
  for (const nonlinearity of nonlinearityNames) {
    for (const pass of ['backward', 'forward', 'weights'] as const) {
      for (const gain of [0.01, 1, 10]) {
        const { mean, variance } = walkTheory({ ...base, nonlinearity, pass, gain, depth: 40 });
        expect(mean).toHaveLength(41);
        expect(mean.every(Number.isFinite), `${nonlinearity} ${pass} ${gain}`).toBe(true);
        expect(variance?.every((v) => Number.isFinite(v) && v >= 0) ?? true).toBe(true);
      }
    }
  }
});

const densities = [
  ['linear', 'gaussian', 100, 500],
  ['linear', 'gaussian', 4, 3],
  ['relu', 'gaussian', 100, 100],
  ['relu', 'gaussian', 8, 20],
  ['relu', 'orthogonal', 32, 50],
] as const;

for (const [nonlinearity, weights, width, depth] of densities) {
  test(`the density of ${nonlinearity}, ${weights}, N = ${width}, D = ${depth} has mass 1 and the exact cumulants`, () => {
    const law = stepLaw(nonlinearity, weights, width);
    const found = walkDensity({ nonlinearity, weights, width, depth, gain: 1.2 }, 4001);
    if (!law || !found) throw new Error('No density.');
    const { lnZ, density } = found;
    const spacing = (lnZ[1] ?? 0) - (lnZ[0] ?? 0);
    const moment = (power: number, around: number) =>
      density.reduce((sum, p, i) => sum + p * ((lnZ[i] ?? 0) - around) ** power, 0) * spacing;
    const mean = moment(1, 0);
    // The points reach 6 standard deviations; a skewed law keeps its last 1e-4 beyond.
    const tail = width < 16 ? 2e-4 : 1e-7;
    expect(Math.abs(moment(0, 0) - 1)).toBeLessThan(tail);
    expect(Math.abs(mean - depth * (2 * Math.log(1.2) + law.mean))).toBeLessThan(100 * tail);
    expect(moment(2, mean) / (depth * law.variance)).toBeCloseTo(1, width < 16 ? 1 : 4);
    if (width >= 16) expect(moment(3, mean) / (depth * law.cumulant3)).toBeCloseTo(1, 2);
  });
}

test('one linear layer has the density of ln of a chi-square over N', () => {
  const found = walkDensity({ ...base, depth: 1, width: 6 }, 61);
  for (const [i, x] of (found?.lnZ ?? []).entries()) {
    // N z = 6 e^x is chi^2_6: density y^2 e^(-y/2) / 16, times dy/dx = y.
    const y = 6 * Math.exp(x);
    expect(Math.abs((found?.density[i] ?? 0) - (y ** 3 * Math.exp(-y / 2)) / 16)).toBeLessThan(1e-9);
  }
});

test('shareWithin gives the Normal share where the law is a Normal, and the whole for a wide window', () => {
  const found = walkDensity({ ...base, gain: Math.exp(0.5 / 100) }, 2001);
  if (!found) throw new Error('No density.');
  // Var 10.10: 2 ln 10 is 1.449 standard deviations, P(|u| < 1.449) = 0.8526; the skewness moves it by < 0.002.
  expect(shareWithin(found, factorOfTen)).toBeGreaterThan(0.85);
  expect(shareWithin(found, factorOfTen)).toBeLessThan(0.855);
  expect(shareWithin(found, 1000)).toBeCloseTo(1, 7);
  expect(shareWithin(found, 0)).toBe(0);
});

test('the share of dead networks at N = 8, D = 100 is 0.3239; only ReLU dies', () => {
  expect(shareDead('relu', 'backward', 100, 8)).toBeCloseTo(0.3239, 4);
  expect(shareDead('relu', 'forward', 100, 8)).toBeGreaterThan(shareDead('relu', 'backward', 100, 8));
  expect(shareDead('relu', 'backward', 1000, 1024)).toBe(1000 * 2 ** -1024);
  expect(shareDead('leaky', 'backward', 1000, 1)).toBe(0);
});

test('the weight gradients of tanh are predicted flat where they were measured flat', () => {
  // Measured on the page: N = D = 100, gain 0.9, seed 1, 100 walks: mean 0.04 +- 0.18 at the last matrix.
  const setting = { ...base, nonlinearity: 'tanh', pass: 'weights', depth: 100, gain: 0.9 } as const;
  expect(Math.abs((walkTheory(setting).mean[100] ?? Number.NaN) - 0.04)).toBeLessThan(4 * 0.18);
});
