import { expect, test } from 'vitest';
import { driftPerLayer } from '#theory/driftPerLayer.ts';
import { namedGain } from '#theory/namedGain.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { walkTheory } from '#theory/walkTheory.ts';

const base = {
  nonlinearity: 'relu',
  weights: 'gaussian',
  depth: 500,
  width: 100,
  inputScale: 1,
  biasDeviation: 0,
} as const;

test('the paper gives formulas for linear and ReLU only; elsewhere g* answers and is marked unavailable', () => {
  expect(namedGain('paper', { ...base, nonlinearity: 'linear' }).value).toBe(Math.exp(1 / 200));
  expect(namedGain('paper', base).value).toBeCloseTo(Math.SQRT2 * Math.exp(1.2 / 97.6), 14);
  const tanh = namedGain('paper', { ...base, nonlinearity: 'tanh' });
  expect(tanh).toEqual({ ...namedGain('auto', { ...base, nonlinearity: 'tanh' }), unavailable: true });
});

test("the paper's ReLU fit is 4e-4 low at N = 100 and up to 7 % off for N <= 8", () => {
  const ratio = (width: number) =>
    namedGain('paper', { ...base, width }).value / namedGain('auto', { ...base, width }).value;
  expect(ratio(100) - 1).toBeCloseTo(-4e-4, 4);
  const worst = Math.max(...[1, 2, 3, 4, 5, 6, 7, 8].map((width) => Math.abs(ratio(width) - 1)));
  expect(worst).toBeGreaterThan(0.06);
  expect(worst).toBeLessThan(0.075);
});

test('He is sqrt 2 for ReLU, 1 for linear, sqrt(2/(1 + a^2)) for leaky ReLU; LeCun is 1', () => {
  expect(namedGain('he', base).value).toBe(Math.SQRT2);
  expect(namedGain('he', { ...base, nonlinearity: 'linear' }).value).toBe(1);
  expect(namedGain('he', { ...base, nonlinearity: 'leaky' }).value).toBeCloseTo(Math.sqrt(2 / 1.0001), 14);
  expect(namedGain('lecun', base).value).toBe(1);
});

test('reading the variance 1/N as a standard deviation drifts by -ln N a layer', () => {
  const wrong = namedGain('wrong', base).value;
  expect(driftPerLayer(base, wrong)).toBeCloseTo(-Math.log(100), 10);
});

test("at He's gain the typical ln Z of ReLU, N = 100, has drifted to -25.4 by D = 1000", () => {
  const setting = { ...base, depth: 1000 };
  expect(1000 * driftPerLayer(setting, Math.SQRT2)).toBeCloseTo(-25.4, 1);
});

test('g* of tanh is the zero of the theory that holds there, and what walks have measured', () => {
  // science.md, section 3: measured g*, each +- 0.0012.
  for (const [width, depth, inputScale, measured] of [
    [100, 200, 1, 1.1443],
    [100, 50, 1, 1.2078],
    [100, 1000, 1, 1.1156],
    [1000, 200, 1, 1.0989],
    [100, 200, 0.1, 1.0482],
  ] as const) {
    const setting = { ...base, nonlinearity: 'tanh', width, depth, inputScale } as const;
    const { kind, value } = namedGain('auto', setting);
    expect(['order-1/N', 'two-number']).toContain(kind);
    expect(Math.abs(value - measured), `N ${width}, D ${depth}`).toBeLessThan(4 * 0.0012);
  }
});

test('at every g* the mean of ln Z is zero, for all nine nonlinearities', () => {
  for (const nonlinearity of nonlinearityNames) {
    const setting = { ...base, nonlinearity, depth: 60 };
    const { value, kind } = namedGain('auto', setting);
    const { mean } = walkTheory({ ...setting, gain: value, pass: 'backward' });
    if (kind !== 'approximate') expect(Math.abs(mean[60] ?? 1), nonlinearity).toBeLessThan(0.05);
    else expect(Math.abs(driftPerLayer(setting, value)), nonlinearity).toBeLessThan(1e-9);
  }
});

test('where the drift jumps over zero, g* says so and is the quieter side of the jump', () => {
  const setting = { ...base, nonlinearity: 'gelu', depth: 1000 } as const;
  const { value, drifts } = namedGain('auto', setting);
  expect(drifts).toBe(true);
  const below = driftPerLayer(setting, value * (1 - 3e-8));
  const above = driftPerLayer(setting, value * (1 + 3e-8));
  expect(below).toBeLessThan(0);
  expect(above).toBeGreaterThan(0);
});

test('in a narrow saturating network, where the drift falls again behind its peak, g* is the first crossing', () => {
  for (const nonlinearity of ['tanh', 'erf'] as const) {
    for (const [depth, width] of [
      [3, 8],
      [6, 8],
      [20, 8],
      [50, 8],
      [10, 16],
    ] as const) {
      const setting = { ...base, nonlinearity, depth, width };
      const { value, drifts } = namedGain('auto', setting);
      expect(drifts, `${nonlinearity} ${depth} ${width}`).toBeUndefined();
      expect(Math.abs(driftPerLayer(setting, value)) * depth).toBeLessThan(1e-6);
      // It comes up through zero there, and did not before.
      expect(driftPerLayer(setting, 1.05 * value)).toBeGreaterThan(0);
      for (const part of [0.1, 0.3, 0.5, 0.9]) expect(driftPerLayer(setting, part * value)).toBeLessThan(0);
    }
  }
});

test('where the drift stays below zero at every gain, g* says so and leaves the least of it', () => {
  for (const [nonlinearity, width] of [
    ['tanh', 4],
    ['sigmoid', 8],
  ] as const) {
    const setting = { ...base, nonlinearity, depth: 50, width };
    const { value, drifts } = namedGain('auto', setting);
    expect(drifts).toBe(true);
    const rest = driftPerLayer(setting, value);
    expect(rest).toBeLessThan(0);
    for (const gain of [0.3, 1, 4, 16, 64, 256])
      expect(driftPerLayer(setting, gain)).toBeLessThanOrEqual(rest);
  }
});
