import { expect, test } from 'vitest';
import type { WalkSettings } from '#engine/protocol.ts';
import { freeReference } from '#engine/walk/freeReference.ts';
import { createRunningMoments } from '#engine/walk/runningMoments.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { walkTheory } from '#theory/walkTheory.ts';

const base: WalkSettings = {
  nonlinearity: 'relu',
  weights: 'gaussian',
  pass: 'backward',
  ensemble: 'networks',
  sampler: 'free',
  depth: 10,
  width: 12,
  gain: 1.3,
  inputScale: 1,
  biasDeviation: 0,
  residual: 0,
  widths: null,
  scaling: 'fanin',
  seed: 5,
  walks: 2000,
};

for (const weights of ['gaussian', 'orthogonal'] as const) {
  for (const nonlinearity of ['linear', 'relu', 'leaky'] as const) {
    for (const pass of ['backward', 'forward'] as const) {
      test(`${pass} walks of ${nonlinearity} with ${weights} weights have the exact mean and variance`, () => {
        const settings = { ...base, nonlinearity, weights, pass };
        const moments = createRunningMoments(settings.depth + 1);
        for (let walk = 0; walk < settings.walks; walk++) {
          const path = walkPath(pass, freeReference(settings, walk));
          if (Number.isFinite(path[settings.depth])) moments.add(path);
        }
        const { mean, variance, stderrMean, stderrVariance } = moments.moments();
        const theory = walkTheory(settings);
        for (const k of [1, 2, 5, 10]) {
          const exact = theory.mean[k] ?? Number.NaN;
          const v = theory.variance?.[k] ?? Number.NaN;
          expect(Math.abs((mean[k] ?? 0) - exact)).toBeLessThan(4 * (stderrMean[k] ?? 0) + 1e-5);
          expect(Math.abs((variance[k] ?? 0) - v)).toBeLessThan(4 * (stderrVariance[k] ?? 0) + 1e-5);
        }
      });
    }
  }
}
