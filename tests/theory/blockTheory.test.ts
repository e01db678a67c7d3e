import { expect, test } from 'vitest';
import { walkReference } from '#engine/walk/verification/walkReference.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { driftPerLayer } from '#theory/driftPerLayer.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import { explicitWalk } from '../engine/walk/explicitWalk.ts';
import { plainWalk } from '../plainWalk.ts';

for (const nonlinearity of ['linear', 'relu', 'tanh'] as const) {
  test(`mean field of residual branches of ${nonlinearity} has the mean growth of explicit networks`, () => {
    const settings = {
      nonlinearity,
      weights: 'gaussian',
      pass: 'forward',
      ensemble: 'networks',
      sampler: 'free',
      depth: 5,
      width: 48,
      gain: 1.2,
      inputScale: 1,
      biasDeviation: 0,
      residual: 0.5,
      tied: 0,
      norm: 'none',
      widths: null,
      scaling: 'fanin',
      seed: 8,
      walks: 150,
    } as const;
    const ends = Array.from({ length: settings.walks }, (_, walk) => explicitWalk(settings, walk));
    for (const pass of ['forward', 'backward'] as const) {
      const values = ends.map((end) => end[pass]);
      const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
      const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
      const theory = walkTheory({ ...settings, pass }).mean[5] ?? Number.NaN;
      // Mean field is of order 1 in the width: the log's mean lies half its variance lower, and as much again is allowed.
      expect(Math.abs(mean - theory)).toBeLessThan(4 * Math.sqrt(variance / values.length) + variance);
      expect(variance).toBeLessThan(0.15);
    }
  });
}

test('a thousand strong linear branches grow by 1 + alpha^2 g^2 each, though their norms leave float64', () => {
  const [depth, gain, alpha] = [1000, 1.5, 10];
  const setting = { nonlinearity: 'linear', weights: 'gaussian', depth, width: 100, gain } as const;
  for (const pass of ['forward', 'backward'] as const) {
    const { mean } = walkTheory({ ...setting, inputScale: 1, biasDeviation: 0, pass, residual: alpha });
    // A step's variance is nearly a plain layer's 2/N, and half of it is what the mean lacks.
    const each = Math.log(1 + (alpha * gain) ** 2) - 1 / 100;
    expect((mean[depth] ?? 0) / (depth * each), pass).toBeCloseTo(1, 4);
  }
});

const normed = { ...plainWalk, nonlinearity: 'relu', width: 128, depth: 100 } as const;

test("a normalised layer multiplies the gradient by g^2 E f'^2 / E f^2, or by g^2 E f'^2 / Var f", () => {
  const drift = (changes: Partial<typeof plainWalk>, gain: number) =>
    driftPerLayer({ ...normed, ...changes }, gain);
  for (const gain of [0.5, 1, 3]) {
    expect(drift({ norm: 'rms' }, gain)).toBeCloseTo(0, 9);
    expect(drift({ norm: 'layer' }, gain)).toBeCloseTo(Math.log(Math.PI / (Math.PI - 1)), 4);
    expect(drift({ nonlinearity: 'linear', norm: 'rms' }, gain)).toBeCloseTo(0, 9);
    expect(drift({ nonlinearity: 'linear', norm: 'layer' }, gain)).toBeCloseTo(0, 9);
  }
  expect(drift({ nonlinearity: 'tanh', norm: 'rms' }, 1)).toBeCloseTo(Math.log(0.4644 / 0.3943), 3);
});

test('the last step of a normalised walk divides by the given input: one factor g^2 stays, and no more', () => {
  const { kind, mean, variance } = walkTheory({ ...normed, norm: 'rms', gain: 0.5 });
  expect({ kind, variance }).toEqual({ kind: 'leading-order', variance: null });
  expect(mean[99]).toBeCloseTo(0, 9);
  expect(mean[100]).toBeCloseTo(2 * Math.log(0.5), 9);
});

test('the gradient of a pre-norm residual stream grows like a power of the depth', () => {
  // Explicit matrices in NumPy, N = 128: 2.86, 4.43, 5.95 (layer) and 1.87, 2.07, 2.01 (rms).
  const at = (norm: 'layer' | 'rms', depth: number) =>
    walkTheory({ ...normed, norm, depth, residual: 1, gain: Math.SQRT2 }).mean[depth] ?? Number.NaN;
  for (const [i, depth] of [10, 30, 100].entries()) {
    expect(Math.abs(at('layer', depth) - ([2.86, 4.43, 5.95][i] ?? 0))).toBeLessThan(0.15);
    expect(Math.abs(at('rms', depth) - ([1.87, 2.07, 2.01][i] ?? 0))).toBeLessThan(0.15);
  }
  // For layer norm the power is E f'^2/Var f at unit variance, 1/(1 - 1/pi); with rms the mean of the stream grows and stops it.
  expect((at('layer', 1000) - at('layer', 500)) / Math.log(2)).toBeCloseTo(1 / (1 - 1 / Math.PI), 1);
  expect(at('rms', 1000) - at('rms', 500)).toBeLessThan(0.01);
});

test('the weight gradients of residual and normalised networks have the mean of explicit walks', () => {
  for (const kind of [{ residual: 0.5 }, { norm: 'rms' }, { residual: 0.5, norm: 'layer' }] as const) {
    const settings = {
      ...plainWalk,
      nonlinearity: 'tanh',
      gain: 1.2,
      width: 64,
      depth: 6,
      pass: 'weights',
      ...kind,
    } as const;
    const ends = Array.from(
      { length: 60 },
      (_, walk) => walkPath('weights', walkReference(settings, walk))[6] ?? Number.NaN,
    );
    const mean = ends.reduce((sum, x) => sum + x, 0) / ends.length;
    const variance = ends.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (ends.length - 1);
    const off = Math.abs(mean - (walkTheory(settings).mean[6] ?? Number.NaN));
    expect(off, JSON.stringify(kind)).toBeLessThan(4 * Math.sqrt(variance / ends.length) + variance);
  }
});
