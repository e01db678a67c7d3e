import { expect, test } from 'vitest';
import { freeReference } from '#engine/walk/verification/freeReference.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { meanLogSum } from '#theory/meanLogSum.ts';
import { normalNodes } from '#theory/normalNodes.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import { deep, deepUnless } from '../deep.ts';
import { plainWalk } from '../plainWalk.ts';

const base = { ...plainWalk, pass: 'backward', sampler: 'free', width: 100, seed: 12 } as const;

/** Mean of ln Z over the whole network, and its standard error. */
function measured(
  settings: typeof plainWalk,
  walks: number,
): { readonly mean: number; readonly error: number } {
  const ends = Array.from(
    { length: walks },
    (_, walk) => walkPath('backward', freeReference(settings, walk))[settings.depth] ?? Number.NaN,
  );
  const mean = ends.reduce((sum, x) => sum + x, 0) / walks;
  const variance = ends.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (walks - 1);
  return { mean, error: Math.sqrt(variance / walks) };
}

const theory = (settings: typeof plainWalk) => walkTheory(settings).mean[settings.depth] ?? Number.NaN;

test('E ln(1 + r x^2) is that of a normal x for every r', () => {
  for (const r of [1e-6, 0.01, 0.019, 0.021, 0.5, 1, 30]) {
    const direct = normalNodes.reduce(
      (sum, { node, weight }) => sum + 2 * weight * Math.log1p(r * node ** 2),
      0,
    );
    expect(meanLogSum(r) / direct, String(r)).toBeCloseTo(1, 3);
  }
  // E ln x^2 = -gamma - ln 2.
  expect(meanLogSum(1e12) - Math.log(1e12)).toBeCloseTo(-0.57721566 - Math.LN2, 4);
});

/** What branches of positive mean make of a gradient: far more than new directions alone would, at every depth but the smallest. */
for (const [changes, alone] of [
  [{ depth: 100, residual: 0.1 }, 0.499],
  [{ depth: 40, residual: 1, gain: 1.4 }, 27.32],
  [{ depth: 60, residual: 0.3, nonlinearity: 'gelu', gain: 1.5 }, 5.81],
  [{ depth: 60, residual: 0.3, nonlinearity: 'selu' }, 3.9],
  [{ depth: 60, residual: 0.3, biasDeviation: 1, inputScale: 0.2, gain: 1.4 }, 5.07],
] as const) {
  test(
    `the gradient of residual branches with a mean grows along the stream as walks do: ${JSON.stringify(changes)}`,
    deepUnless('biasDeviation' in changes || ('depth' in changes && changes.depth === 40)),
    () => {
      const settings = { ...base, ...changes };
      const { mean, error } = measured(settings, 150);
      // Terms of order 1/N are left out: a tenth at N = 100, and 1 % of what has grown.
      expect(Math.abs(mean - theory(settings))).toBeLessThan(3 * error + 0.1 + 0.01 * mean);
      expect(theory({ ...settings, width: 1e12 })).toBeCloseTo(alone, 1);
      expect(mean).toBeGreaterThan(alone + 6 * error);
    },
  );
}

test(
  'in 1000 layers alpha = 1/sqrt(D) keeps no ReLU gradient: it grows like e^(0.8 sqrt D) as its activations do',
  deep,
  () => {
    const depth = 1000;
    const settings = { ...base, depth, residual: 1 / Math.sqrt(depth) };
    const { mean, error } = measured(settings, 40);
    expect(Math.abs(mean - theory(settings))).toBeLessThan(4 * error + 0.1);
    const forward = walkTheory({ ...settings, pass: 'forward' }).mean[depth] ?? Number.NaN;
    expect(theory(settings)).toBeCloseTo(forward - Math.log(base.width) - 0.5, 0);
    // Exact: e but for the half of a variance of 4/N.
    expect(theory({ ...settings, nonlinearity: 'linear' })).toBeCloseTo(1 - 2 / base.width, 2);
  },
);

test('branches without a mean grow as new directions alone make them', () => {
  for (const [nonlinearity, residual] of [
    ['tanh', 0.1],
    ['erf', 0.1],
  ] as const) {
    const settings = { ...base, depth: 100, nonlinearity, residual };
    const { mean, error } = measured(settings, 100);
    expect(theory(settings)).toBe(theory({ ...settings, width: 1e12 }));
    expect(Math.abs(mean - theory(settings)), nonlinearity).toBeLessThan(4 * error + 0.05);
  }
});
