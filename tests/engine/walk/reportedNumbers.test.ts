import { expect, test } from 'vitest';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { finiteTheory } from '#theory/finiteWidth/finiteTheory.ts';
import { meanPath } from '#theory/finiteWidth/meanPath.ts';
import type { Pass } from '#theory/pass.ts';
import { plainWalk } from '../../plainWalk.ts';
import { walkSample } from './walkSample.ts';

/** PyTorch's Linear layers as they come, weights and biases uniform on +-1/sqrt(N), here by their Gaussian twins. */
const linearLayers: Partial<WalkSettings> = {
  nonlinearity: 'relu',
  width: 256,
  depth: 19,
  gain: 0.57735,
  biasDeviation: 0.0361,
  inputScale: 0.578,
};
const saturated: Partial<WalkSettings> = {
  nonlinearity: 'tanh',
  width: 500,
  depth: 9,
  gain: 10,
  inputScale: 10,
};

interface Reported {
  readonly of: Partial<WalkSettings>;
  readonly pass: Pass;
  /** Mean of ln Z at the end. */
  readonly mean: number;
}

/** What people report of networks of their own. */
const walked: Readonly<Record<string, Reported>> = {
  'default Linear layers lose their signal, and what is left stays': {
    of: linearLayers,
    pass: 'forward',
    mean: -5.37,
  },
  'with biases weight gradients are not flat': {
    of: { ...linearLayers, depth: 9 },
    pass: 'weights',
    mean: -9.04,
  },
  'saturated tanh units make the gradient grow': { of: saturated, pass: 'backward', mean: 15.0 },
  'and the weight gradients with it': { of: saturated, pass: 'weights', mean: 13.4 },
};

test.each(Object.entries(walked))('%s', (_, { of, pass, mean }) => {
  const settings = { ...plainWalk, ...of, sampler: 'free', seed: 3, walks: 120 } as const;
  const { depth } = settings;
  const moments = walkSample(settings)[pass];
  const error = moments.stderrMean[depth] ?? 0;
  expect(Math.abs((moments.mean[depth] ?? 0) - mean)).toBeLessThan(4 * error + 0.05);
});

test('the default layers’ activations end with a variance of 0.04: what is left is the biases', () => {
  const theory = finiteTheory({ ...plainWalk, ...linearLayers }, 'forward');
  expect(theory?.mean[19]).toBeCloseTo(-5.37, 1);
  expect(theory?.variance[19]).toBeCloseTo(0.04, 2);
  // It has fallen for good long before the end.
  expect(theory?.mean[10]).toBeCloseTo(theory?.mean[19] ?? 0, 1);
});

test('a thousand SELU layers of a hundred: activations stay, the gradient explodes', () => {
  const deep = { ...plainWalk, nonlinearity: 'selu', width: 100, depth: 1000, gain: 1 } as const;
  expect(Math.abs(finiteTheory(deep, 'forward')?.mean[1000] ?? Number.NaN)).toBeLessThan(0.2);
  const end = finiteTheory(deep, 'backward')?.mean[1000];
  expect(end).toBeGreaterThan(53);
  expect(end).toBeLessThan(56.5);
});

test('a hundred SELU layers of a thousand: gain 3/4 is below g*, gain 1 above', () => {
  const wide = { ...plainWalk, nonlinearity: 'selu', width: 1000, depth: 100 } as const;
  const endAt = (gain: number) => finiteTheory({ ...wide, gain }, 'backward')?.mean[100] ?? Number.NaN;
  expect(endAt(0.75)).toBeLessThan(-2);
  expect(Math.abs(endAt(0.831))).toBeLessThan(0.15);
  expect(endAt(1)).toBeCloseTo(6.75, 0);
});

test('SELU with gain 3/4 behind inputs of norm 1: -2.76 for activations, -2.73 for the gradient; -2.32 is that of activations', () => {
  // x ~ N(0, 1) goes through the first matrix: a_0 has the deviation 3/4, and a hundred steps follow.
  const stack = {
    ...plainWalk,
    nonlinearity: 'selu',
    width: 1000,
    depth: 100,
    gain: 0.75,
    inputScale: 0.75,
  } as const;
  expect(finiteTheory(stack, 'forward')?.mean[100]).toBeCloseTo(-2.76, 1);
  const gradient = finiteTheory(stack, 'backward')?.mean[100] ?? Number.NaN;
  expect(gradient).toBeCloseTo(-2.73, 1);
  // A hook on activations sees dE/dh, and delta = f'(a) dE/dh: the first layer's f'^2 for the last one's.
  const path = meanPath(stack);
  const [first, last] = [path[0]?.moments.logSlope ?? Number.NaN, path[100]?.moments.logSlope ?? Number.NaN];
  expect(gradient - first + last).toBeCloseTo(-2.33, 1);
});
