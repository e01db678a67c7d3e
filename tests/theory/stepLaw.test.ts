import { expect, test } from 'vitest';
import { combineCumulants } from '#theory/cumulants.ts';
import { laplaceStepLaw } from '#theory/laplaceStepLaw.ts';
import { namedGain } from '#theory/namedGain.ts';
import { leakySlope } from '#theory/nonlinearity.ts';
import { stepLaw } from '#theory/stepLaw.ts';
import { unitMoments } from '#theory/unitMoments.ts';
import gold from './stepLaw.gold.json' with { type: 'json' };

/** The reference of the project, in 40-digit arithmetic; what it says of itself is in its key `about`. */
const tolerance = 1e-10;

interface GoldLaw {
  readonly mean: number;
  readonly variance: number;
  readonly gain: number;
  readonly cumulant3?: number;
  readonly cumulant4?: number;
  readonly paperGain?: number;
}

const cases = [
  ['linear', 'gaussian', gold.linear],
  ['relu', 'gaussian', gold.relu],
  ['relu', 'orthogonal', gold.orthogonalRelu],
] as const;

const setting = { depth: 100, inputScale: 1, biasDeviation: 0 } as const;

for (const [nonlinearity, weights, widths] of cases) {
  test(`stepLaw('${nonlinearity}', '${weights}', N) agrees with the reference at twelve widths to 1e-10`, () => {
    const entries: [string, GoldLaw][] = Object.entries(widths);
    expect(entries).toHaveLength(12);
    for (const [width, exact] of entries) {
      const law = stepLaw(nonlinearity, weights, Number(width));
      for (const key of ['mean', 'variance', 'cumulant3', 'cumulant4'] as const) {
        const value = exact[key];
        if (value === undefined) continue;
        const error = Math.abs((law?.[key] ?? Number.NaN) - value);
        expect(error, `${key} at N = ${width}`).toBeLessThan(tolerance * Math.max(1, Math.abs(value)));
      }
    }
  });

  test(`g* and the paper's gain for ${nonlinearity}, ${weights}, agree with the reference to 1e-10`, () => {
    for (const [width, exact] of Object.entries(widths) as [string, GoldLaw][]) {
      const at = { ...setting, nonlinearity, weights, width: Number(width) };
      const { value, kind } = namedGain('auto', at);
      expect(kind).toBe('exact');
      expect(Math.abs(value - exact.gain), `g* at N = ${width}`).toBeLessThan(tolerance * exact.gain);
      if (exact.paperGain === undefined) continue;
      expect(Math.abs(namedGain('paper', at).value - exact.paperGain)).toBeLessThan(tolerance);
    }
  });
}

test('the exact laws exist at every width 1..1024 and their mean and variance are monotone beyond N = 8', () => {
  for (const [nonlinearity, weights] of cases) {
    let before = stepLaw(nonlinearity, weights, 8);
    for (let width = 9; width <= 1024; width++) {
      const law = stepLaw(nonlinearity, weights, width);
      expect(law?.mean, `N = ${width}`).toBeGreaterThan(before?.mean ?? Number.NaN);
      expect(law?.variance, `N = ${width}`).toBeLessThan(before?.variance ?? Number.NaN);
      before = law;
    }
  }
});

test('the Laplace integral gives the chi-square law back when every slope is 1', () => {
  for (const width of [1, 2, 8, 100, 1024]) {
    const law = laplaceStepLaw([{ square: 1, probability: 1 }], width);
    const exact = stepLaw('linear', 'gaussian', width);
    for (const key of ['mean', 'variance', 'cumulant3', 'cumulant4'] as const) {
      const value = exact?.[key] ?? Number.NaN;
      expect(Math.abs(law[key] - value), `${key}, N = ${width}`).toBeLessThan(
        1e-10 * Math.max(1, Math.abs(value)),
      );
    }
  }
});

test('leaky ReLU agrees with a 25-digit integral', () => {
  // mpmath: quad of exp(-e^x) - L(e^x) over x, L(t) = ((1 + 2t)^(-1/2) + (1 + 2t/10^4)^(-1/2))^N / 2^N, is E ln(N z)
  for (const [width, meanLog] of [
    [1, -5.875533031449569],
    [4, -0.5175661849906965],
    [16, 1.9031203302969804],
  ] as const) {
    const law = stepLaw('leaky', 'gaussian', width);
    expect(Math.abs((law?.mean ?? Number.NaN) - (meanLog - Math.log(width)))).toBeLessThan(1e-10);
  }
});

test('at large width the variance of a step tends to c/N with c = 2, 5 and 6(1 + a^4)/(1 + a^2)^2 - 1', () => {
  const leaky = (6 * (1 + leakySlope ** 4)) / (1 + leakySlope ** 2) ** 2 - 1;
  for (const [nonlinearity, c, second] of [
    ['linear', 2, 2],
    ['relu', 5, 18.5],
  ] as const) {
    const law = stepLaw(nonlinearity, 'gaussian', 1024);
    // The next terms of science.md's series: 2/N^2 and 37/(2 N^2); the rest is of order N^-3.
    expect(Math.abs((law?.variance ?? 0) * 1024 - c - second / 1024)).toBeLessThan(200 / 1024 ** 2);
  }
  expect((stepLaw('leaky', 'gaussian', 1024)?.variance ?? 0) * 1024).toBeCloseTo(leaky, 1);
  expect(unitMoments('leaky', 0).varianceCoefficient).toBeCloseTo(leaky, 9);
  expect(unitMoments('selu', 0).varianceCoefficient).toBeCloseTo(2.949, 3);
  expect(Math.exp(unitMoments('selu', 0).logSlope)).toBeCloseTo(1.07157, 5);
});

test('orthogonal linear steps do not move; laws without an exact formula are null, never guessed', () => {
  expect(stepLaw('linear', 'orthogonal', 37)).toEqual({ mean: 0, variance: 0, cumulant3: 0, cumulant4: 0 });
  expect(stepLaw('tanh', 'gaussian', 100)).toBeNull();
  expect(stepLaw('linear', 'sign', 100)).toBeNull();
  expect(stepLaw('relu', 'uniform', 100)).toBeNull();
});

test('combineCumulants takes away what it added', () => {
  const a = { mean: 1, variance: 2, cumulant3: 3, cumulant4: 4 };
  expect(combineCumulants(combineCumulants(a, a), a, -1)).toEqual(a);
});
