import { expect, test } from 'vitest';
import { logMeanZPerLayer } from '#theory/logMeanZ.ts';
import { shareDead } from '#theory/shareDead.ts';
import { stepLaw } from '#theory/stepLaw.ts';
import { budgetVariance, varianceCoefficient } from '#theory/varianceCoefficient.ts';
import { walkDensity } from '#theory/walkDensity.ts';
import { walkMedian } from '#theory/walkMedian.ts';

test('E Z by its formula is the integral of Z over the exact density, dead walks included', () => {
  const gain = 1.3;
  for (const nonlinearity of ['linear', 'relu'] as const) {
    const [depth, width] = [6, 40];
    const setting = { nonlinearity, weights: 'gaussian', depth, width, gain } as const;
    const density = walkDensity(setting, 4001);
    if (!density) throw new Error('No density.');
    const step = (density.lnZ[1] ?? 0) - (density.lnZ[0] ?? 0);
    const alive = 1 - shareDead(nonlinearity, 'backward', depth, width);
    const mean = density.lnZ.reduce((sum, x, i) => sum + step * Math.exp(x) * (density.density[i] ?? 0), 0);
    // Six standard deviations hold all but 1e-6 of the mean.
    expect(Math.log(alive * mean)).toBeCloseTo(depth * (logMeanZPerLayer(nonlinearity, gain) ?? 0), 4);
  }
});

test('He keeps the mean of Z in ReLU exactly, and no formula is given for tanh', () => {
  expect(logMeanZPerLayer('relu', Math.SQRT2)).toBeCloseTo(0, 15);
  expect(logMeanZPerLayer('tanh', 1)).toBeNull();
});

test('the median halves the mass, and lies where a skewed law has it: at mean - kappa3/(6 kappa2) to leading order', () => {
  const [depth, width, gain] = [200, 50, 1];
  const density = walkDensity({ nonlinearity: 'relu', weights: 'gaussian', depth, width, gain }, 1201);
  const law = stepLaw('relu', 'gaussian', width);
  if (!density || !law) throw new Error('No exact law.');
  const expected = depth * law.mean - law.cumulant3 / (6 * law.variance);
  expect(walkMedian(density)).toBeCloseTo(expected, 2);
  // Off the mean by more than that: a median that is the mean would not pass.
  expect(Math.abs(expected - depth * law.mean)).toBeGreaterThan(0.015);
});

test('c is 2 for linear, 5 for ReLU, 3 for orthogonal ReLU, 0 for orthogonal linear, and none for tanh', () => {
  expect(varianceCoefficient('linear', 'gaussian')).toBeCloseTo(2, 9);
  expect(varianceCoefficient('relu', 'gaussian')).toBeCloseTo(5, 9);
  expect(varianceCoefficient('relu', 'orthogonal')).toBeCloseTo(3, 9);
  expect(varianceCoefficient('linear', 'orthogonal')).toBeCloseTo(0, 9);
  expect(varianceCoefficient('tanh', 'gaussian')).toBeNull();
});

test('c D^(3/2)/sqrt(P) is the exact variance of wide layers to the width’s first correction', () => {
  const [depth, width] = [64, 1000];
  const exact = depth * (stepLaw('relu', 'gaussian', width)?.variance ?? 0);
  expect(budgetVariance(5, depth, depth * width ** 2) / exact).toBeCloseTo(1, 2);
});
