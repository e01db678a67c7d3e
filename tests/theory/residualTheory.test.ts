import { expect, test } from 'vitest';
import { walkTheory } from '#theory/walkTheory.ts';
import { explicitWalk } from '../engine/walk/explicitWalk.ts';

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
    expect((mean[depth] ?? 0) / (depth * Math.log(1 + (alpha * gain) ** 2)), pass).toBeCloseTo(1, 9);
  }
});
