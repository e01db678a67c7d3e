import { expect, test } from 'vitest';
import { reluCorrelation, reluCorrelations } from '#theory/correlationMap.ts';
import { stepLaw } from '#theory/stepLaw.ts';
import { stretchRates } from '#theory/stretchRates.ts';

test('the ReLU correlation map takes 0 to 1/pi, keeps 1, and rises', () => {
  expect(reluCorrelation(0)).toBeCloseTo(1 / Math.PI, 14);
  expect(reluCorrelation(1)).toBe(1);
  expect(reluCorrelation(-1)).toBeCloseTo(0, 14);
});

test('from 0 the map gives 0.318, 0.736 after 5 layers, 0.996 after 100 (science.md, section 4)', () => {
  const correlations = reluCorrelations(99);
  expect(correlations[0]).toBeCloseTo(0.318, 3);
  expect(correlations[4]).toBeCloseTo(0.736, 3);
  expect(correlations[99]).toBeCloseTo(0.996, 3);
});

test('the first axis grows as one step of the walk: half the mean of ln z, for both laws and both f', () => {
  for (const f of ['linear', 'relu'] as const) {
    for (const weights of ['gaussian', 'orthogonal'] as const) {
      const rates = stretchRates(f, weights, 24, 1.3);
      const step = stepLaw(f, weights, 24);
      expect(rates?.[0]).toBeCloseTo(Math.log(1.3) + (step?.mean ?? Number.NaN) / 2, 12);
    }
  }
});

test('orthogonal linear axes all grow by ln g; Gaussian ones spread, and ever faster', () => {
  expect([...(stretchRates('linear', 'orthogonal', 8, 1) ?? [])].every((rate) => rate === 0)).toBe(true);
  const rates = [...(stretchRates('linear', 'gaussian', 8, 1) ?? [])];
  expect(rates).toEqual(rates.toSorted((a, b) => b - a));
});

test('where no law is known there is none', () => {
  expect(stretchRates('tanh', 'gaussian', 8, 1)).toBeNull();
  expect(stretchRates('linear', 'sign', 8, 1)).toBeNull();
});
