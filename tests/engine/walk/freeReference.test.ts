import { expect, test } from 'vitest';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { createRunningMoments } from '#engine/walk/runningMoments.ts';
import { freeReference } from '#engine/walk/verification/freeReference.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import { plainWalk } from '../../plainWalk.ts';
import { type Ends, explicitWalk } from './explicitWalk.ts';
import { kolmogorovSmirnov } from './kolmogorovSmirnov.ts';

const base: WalkSettings = {
  ...plainWalk,
  sampler: 'free',
  depth: 10,
  width: 12,
  gain: 1.3,
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

/** Distances of the laws of two samples of networks: forwards, backwards, and of their sum and difference. */
function distances(first: readonly Ends[], second: readonly Ends[]) {
  const beside = (of: (ends: Ends) => number) => kolmogorovSmirnov(first.map(of), second.map(of));
  return {
    forward: beside((e) => e.forward),
    backward: beside((e) => e.backward),
    sum: beside((e) => e.forward + e.backward),
    difference: beside((e) => e.forward - e.backward),
  };
}

function freeEnds(settings: WalkSettings, walk: number): Ends {
  const increments = freeReference(settings, walk);
  const end = (pass: 'forward' | 'backward') => walkPath(pass, increments)[settings.depth] ?? Number.NaN;
  return { forward: end('forward'), backward: end('backward') };
}

const unlike: Readonly<Record<string, Partial<WalkSettings>>> = {
  'unequal widths of tanh, fan-in': { nonlinearity: 'tanh', widths: [5, 3, 8, 2, 6] },
  'unequal widths of leaky ReLU, fan-out': {
    nonlinearity: 'leaky',
    widths: [5, 3, 8, 2, 6],
    scaling: 'fanout',
  },
  'unequal widths that pass through one unit': { nonlinearity: 'selu', widths: [4, 1, 3, 1, 4] },
  'biases under tanh': { nonlinearity: 'tanh', biasDeviation: 0.5 },
  'biases under ReLU': { nonlinearity: 'leaky', biasDeviation: 0.5 },
  'residual branches of ReLU': { nonlinearity: 'relu', residual: 0.7 },
  'residual branches of tanh with biases': { nonlinearity: 'tanh', residual: 1.5, biasDeviation: 0.3 },
  'residual branches of one unit': { nonlinearity: 'tanh', residual: 0.5, width: 1 },
};

for (const [what, changes] of Object.entries(unlike)) {
  test(`${what}: matrix-free walks have the law of explicit matrices`, () => {
    const pass = changes.residual ? 'backward' : 'weights';
    const settings: WalkSettings = { ...base, pass, depth: 4, width: 5, ...changes };
    const walks = Array.from({ length: 2000 }, (_, walk) => walk);
    const found = distances(
      walks.map((walk) => freeEnds(settings, walk)),
      walks.map((walk) => explicitWalk(settings, walk)),
    );
    for (const [name, distance] of Object.entries(found)) expect(distance, name).toBeLessThan(2.33);
  });
}

test('settings without a matrix-free law are refused, in words', () => {
  const refused: Partial<WalkSettings>[] = [
    { weights: 'uniform' },
    { ensemble: 'inputs' },
    { weights: 'orthogonal', widths: new Array<number>(11).fill(4) },
    { widths: [4, 4] },
  ];
  for (const changes of refused) expect(() => freeReference({ ...base, ...changes }, 0)).toThrow(/\w+ .*\.$/);
});
