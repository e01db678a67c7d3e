import { expect, test } from 'vitest';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { createRunningMoments } from '#engine/walk/runningMoments.ts';
import { freeReference } from '#engine/walk/verification/freeReference.ts';
import { walkReference } from '#engine/walk/verification/walkReference.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import { plainWalk } from '../../plainWalk.ts';

function momentsOf(settings: WalkSettings) {
  const moments = createRunningMoments(settings.depth + 1);
  const walked = settings.sampler === 'free' ? freeReference : walkReference;
  for (let walk = 0; walk < settings.walks; walk++) {
    const path = walkPath(settings.pass, walked(settings, walk));
    if (Number.isFinite(path[settings.depth])) moments.add(path);
  }
  return moments.moments();
}

const linear = { nonlinearity: 'linear', residual: 0.6, gain: 1.3 } as const;
const normed = { width: 20, depth: 3, walks: 700, pass: 'forward', gain: 1.4, inputScale: 0.7 } as const;

const settings: Readonly<Record<string, Partial<WalkSettings>>> = {
  'linear branches, backward, by matrices': { ...linear, width: 4, depth: 5, walks: 2000, pass: 'backward' },
  'linear branches, forward': { ...linear, width: 3, sampler: 'free', walks: 2000, pass: 'forward' },
  'linear branches with biases, backward': {
    ...linear,
    biasDeviation: 2,
    width: 6,
    sampler: 'free',
    walks: 2000,
  },
  'many weak linear branches': {
    ...linear,
    residual: 0.03,
    width: 10,
    depth: 40,
    sampler: 'free',
    walks: 1000,
  },
  'activations of tanh with biases behind RMS norm': {
    ...normed,
    nonlinearity: 'tanh',
    norm: 'rms',
    biasDeviation: 0.8,
  },
  'activations of GELU behind layer norm': { ...normed, nonlinearity: 'gelu', norm: 'layer' },
  'activations of ReLU behind RMS norm': { ...normed, nonlinearity: 'relu', norm: 'rms' },
  'weight gradients of one linear unit': {
    nonlinearity: 'linear',
    width: 1,
    depth: 6,
    pass: 'weights',
    sampler: 'free',
    walks: 2000,
  },
};

test.each(Object.entries(settings))('%s have the mean and the variance that are called exact', (_, patch) => {
  const one = { ...plainWalk, seed: 4, ...patch };
  const { kind, mean, variance } = walkTheory(one);
  const measured = momentsOf(one);
  expect(kind).toBe('exact');
  for (const k of [2, one.depth]) {
    const [m, v] = [measured.mean[k] ?? Number.NaN, measured.variance[k] ?? Number.NaN];
    expect(Math.abs((mean[k] ?? Number.NaN) - m)).toBeLessThan(4 * (measured.stderrMean[k] ?? 0));
    expect(Math.abs((variance?.[k] ?? Number.NaN) - v)).toBeLessThan(4 * (measured.stderrVariance[k] ?? 0));
  }
});

test('linear branches at infinite width grow by 1 + (alpha g)^2 a layer, and add 2 (alpha g)^2 (2 + (alpha g)^2)/(1 + (alpha g)^2)^2/N', () => {
  const wide = { ...plainWalk, ...linear, width: 1000, depth: 10 };
  const square = (0.6 * 1.3) ** 2;
  const { mean, variance } = walkTheory(wide);
  const each = (2 * square * (2 + square)) / (1 + square) ** 2 / 1000;
  expect(variance?.[10]).toBeCloseTo(10 * each, 4);
  expect(mean[10]).toBeCloseTo(10 * (Math.log(1 + square) - each / 2), 4);
});

test('branches of any strength have finite moments, and weak ones next to none', () => {
  for (const residual of [1e-12, 1e-6, 0.001, 1, 10]) {
    for (const gain of [0.001, 1, 1000]) {
      const { mean, variance } = walkTheory({
        ...plainWalk,
        nonlinearity: 'linear',
        residual,
        gain,
        depth: 1000,
      });
      const square = (residual * gain) ** 2;
      const most = 1000 * Math.log1p(square);
      expect(mean[1000]).toBeLessThan(most + 1e-6);
      expect(mean[1000]).toBeGreaterThan(most - 1.1 * (1000 / 32) * Math.min(1, 2 * square) - 1e-6);
      expect(variance?.[1000]).toBeLessThan(1.1 * (2000 / 32) * Math.min(1, 2 * square) + 1e-12);
    }
  }
});

test('no other branches and norms are called exact', () => {
  const kindOf = (patch: Partial<WalkSettings>) => walkTheory({ ...plainWalk, ...linear, ...patch }).kind;
  expect(kindOf({ nonlinearity: 'tanh' })).toBe('mean-field');
  expect(kindOf({ pass: 'forward', biasDeviation: 1 })).toBe('mean-field');
  expect(kindOf({ pass: 'weights' })).toBe('mean-field');
  expect(kindOf({ weights: 'uniform' })).toBe('mean-field');
  expect(kindOf({ norm: 'rms' })).toBe('leading-order');
  expect(kindOf({ norm: 'rms', residual: 0, pass: 'forward', weights: 'orthogonal' })).toBe('leading-order');
});
