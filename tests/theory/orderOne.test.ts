import { expect, test } from 'vitest';
import { alignmentVariance } from '#theory/finiteWidth/alignmentWalk.ts';
import { createSumLaws } from '#theory/finiteWidth/chain/sumLaws.ts';
import { twoNumbers } from '#theory/finiteWidth/chain/twoNumbers.ts';
import { type OrderOne, orderOne } from '#theory/finiteWidth/orderOne.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import { passNames } from '#theory/pass.ts';
import { stepLaw } from '#theory/stepLaw.ts';
import { unequalWidths } from '#theory/unequalWidths.ts';
import { unitMoments } from '#theory/unitMoments.ts';
import gold from './orderOne.gold.json' with { type: 'json' };

const base = {
  nonlinearity: 'tanh',
  weights: 'gaussian',
  depth: 50,
  width: 100,
  gain: 1.2,
  inputScale: 1,
  biasDeviation: 0,
} as const;

for (const row of gold.rows) {
  const { f, width, depth, gain, bias, input } = row;
  test(`${f}, N ${width}, D ${depth}, gain ${gain}, bias ${bias}: order 1/N is the reference's to 1e-3`, () => {
    const nonlinearity = f as Nonlinearity;
    const setting = { ...base, nonlinearity, width, depth, gain, inputScale: input, biasDeviation: bias };
    for (const pass of passNames) {
      const found = orderOne(setting, pass);
      expect(Math.abs((found.mean[depth] ?? Number.NaN) - row[pass].mean)).toBeLessThan(1e-3);
      expect((found.variance[depth] ?? Number.NaN) / row[pass].variance).toBeCloseTo(1, 3);
      expect(found.spread).toBeCloseTo(row.spread, 3);
      expect(Math.abs(found.pull - row.pull)).toBeLessThan(1e-3);
    }
  });
}

test('every entry of a walk is the last one of a walk as short, for the activations', () => {
  const long = orderOne(base, 'forward');
  for (const k of [1, 2, 7, 30]) {
    const short = orderOne({ ...base, depth: k }, 'forward');
    expect(long.mean[k]).toBeCloseTo(short.mean[k] ?? Number.NaN, 12);
    expect(long.variance[k]).toBeCloseTo(short.variance[k] ?? Number.NaN, 12);
  }
});

test('a backward walk begins with single steps: entry 1 has the variance c/N of the layer below the top', () => {
  const { variance } = orderOne({ ...base, depth: 400 }, 'backward');
  const atRest = 2 * Math.log(0.5);
  const c = unitMoments('tanh', atRest).varianceCoefficient;
  expect(c).toBeGreaterThan(2);
  expect((variance[1] ?? 0) * 100).toBeGreaterThan(2);
  expect((variance[2] ?? 0) / (variance[1] ?? 1)).toBeGreaterThan(2);
});

test('where steps are exact, order 1/N of every pass is the exact law to leading order, orthogonal weights included', () => {
  for (const nonlinearity of ['linear', 'relu', 'leaky'] as const) {
    for (const weights of ['gaussian', 'orthogonal'] as const) {
      const width = 1000;
      const law = stepLaw(nonlinearity, weights, width);
      if (!law) throw new Error('No law.');
      for (const pass of ['backward', 'forward'] as const) {
        const { mean, variance } = orderOne({ ...base, nonlinearity, weights, width, gain: 1 }, pass);
        expect(Math.abs((mean[50] ?? 0) - 50 * law.mean)).toBeLessThan(1e-3);
        expect(Math.abs((variance[50] ?? 0) - 50 * law.variance)).toBeLessThan(
          6e-3 * 50 * law.variance + 1e-12,
        );
      }
    }
  }
});

test('unequal widths of linear units have the exact means and variances to leading order, fan-in and fan-out', () => {
  const widths = [400, 200, 800, 300, 500];
  for (const scaling of ['fanin', 'fanout'] as const) {
    for (const pass of ['backward', 'forward'] as const) {
      const exact = unequalWidths({ nonlinearity: 'linear', pass, widths, scaling, gain: 1.1 });
      const found = orderOne({ ...base, nonlinearity: 'linear', depth: 4, gain: 1.1, widths, scaling }, pass);
      for (const k of [1, 2, 3, 4]) {
        expect(Math.abs((found.mean[k] ?? 0) - (exact?.mean[k] ?? 1))).toBeLessThan(1e-4);
        expect((found.variance[k] ?? 0) / (exact?.variance[k] ?? 1)).toBeCloseTo(1, 1.9);
      }
    }
  }
});

test('sums of independent units have the exact law of ln chi-square and of its mixtures', () => {
  // One unit alone takes the nodes that steep units have, from ln v = 1 on.
  for (const [nonlinearity, width, logVariance] of [
    ['linear', 1, 2.5],
    ['linear', 20, 0.3],
    ['linear', 20, 2.5],
    ['relu', 20, 0.3],
    ['relu', 100, 0.3],
    ['relu', 100, 2.5],
    ['leaky', 8, 0.3],
  ] as const) {
    const { gradient, activation } = createSumLaws(nonlinearity, width)(logVariance);
    const law = stepLaw(nonlinearity, 'gaussian', width);
    const shift = unitMoments(nonlinearity, logVariance).logSlope;
    expect(Math.abs(gradient.mean + shift - (law?.mean ?? 0))).toBeLessThan(1e-6);
    expect(Math.abs(gradient.variance - (law?.variance ?? 0))).toBeLessThan(1e-5);
    expect(Math.abs(activation.variance - gradient.variance)).toBeLessThan(1e-4);
  }
});

test('the two numbers give order 1/N again where it holds', () => {
  const settings = [
    { ...base, width: 300, depth: 60, gain: 1.3 },
    { ...base, nonlinearity: 'selu', width: 300, depth: 60, gain: 1 },
    { ...base, nonlinearity: 'sigmoid', width: 300, depth: 30, gain: 4, biasDeviation: 0.5 },
    { ...base, nonlinearity: 'tanh', width: 300, depth: 40, gain: 1.5, weights: 'orthogonal' },
    { ...base, nonlinearity: 'erf', width: 300, depth: 40, gain: 1.2, weights: 'uniform' },
  ] as const;
  for (const setting of settings) {
    for (const pass of passNames) {
      const [one, two] = [orderOne(setting, pass), twoNumbers(setting, pass)];
      for (const k of [1, 5, setting.depth]) {
        const about = `${setting.nonlinearity} ${pass} ${k}`;
        expect(Math.abs((one.mean[k] ?? 0) - (two.mean[k] ?? 9)), about).toBeLessThan(0.02);
        const off = Math.abs((one.variance[k] ?? 0) - (two.variance[k] ?? 9));
        expect(off, about).toBeLessThan(0.04 * (one.variance[k] ?? 0) + 1e-9);
      }
    }
  }
});

test('Var(y_t - y_0) of the walk of ln rho^2 begins as 4 t, ends at pi^2 and is its spectrum in between', () => {
  expect(alignmentVariance(1e-3) / 1e-3).toBeCloseTo(4, 1);
  expect(alignmentVariance(1e4)).toBeCloseTo(Math.PI ** 2, 4);
  // Eigenvalues of the generator on 3000 points of y in [-60, 4.2], SciPy.
  for (const [t, variance] of [
    [0.1, 0.38171],
    [0.5, 1.64485],
    [1, 2.85212],
    [4, 6.63251],
    [16, 9.55423],
  ] as const) {
    expect(alignmentVariance(t) / variance).toBeCloseTo(1, 3);
  }
});

test('a walk of a thousand layers is worked out in O(depth): no number is lost, none falls below zero', () => {
  for (const pass of passNames) {
    const found: OrderOne = orderOne({ ...base, depth: 1000, gain: 1.1156 }, pass);
    expect(found.mean).toHaveLength(1001);
    expect(found.mean.every(Number.isFinite)).toBe(true);
    expect(found.variance.every((v) => Number.isFinite(v) && v >= 0)).toBe(true);
  }
});
