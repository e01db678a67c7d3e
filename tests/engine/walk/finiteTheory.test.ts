import { expect, test } from 'vitest';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { finiteTheory } from '#theory/finiteWidth/finiteTheory.ts';
import { passNames } from '#theory/pass.ts';
import { deep } from '../../deep.ts';
import { plainWalk } from '../../plainWalk.ts';
import { walkSample } from './walkSample.ts';

/** `npm run test:survey`: as many walks as tell 1 % of a variance, and deep networks besides; else as many as take seconds. */
const isWhole = process.env.SURVEY === '1';
const walks = isWhole ? 20_000 : 3000;

type KnownSetting = Partial<WalkSettings> & { readonly kind: string };

const deepNetworks: readonly KnownSetting[] = [
  { kind: 'order-1/N', nonlinearity: 'tanh', width: 100, depth: 100, gain: 1.15 },
  { kind: 'order-1/N', nonlinearity: 'erf', width: 100, depth: 50, gain: 1 },
  { kind: 'order-1/N', nonlinearity: 'sigmoid', width: 100, depth: 30, gain: 4, biasDeviation: 0.5 },
  { kind: 'order-1/N', nonlinearity: 'selu', width: 100, depth: 50, gain: 1 },
  {
    kind: 'order-1/N',
    nonlinearity: 'relu',
    width: 256,
    depth: 19,
    gain: 0.57735,
    biasDeviation: 0.0361,
    inputScale: 0.578,
  },
  { kind: 'order-1/N', nonlinearity: 'leaky', width: 100, depth: 50, gain: 1, biasDeviation: 0.3 },
];

const settings: readonly KnownSetting[] = [
  ...(isWhole ? deepNetworks : []),
  { kind: 'order-1/N', nonlinearity: 'tanh', width: 40, depth: 10, gain: 1.2 },
  { kind: 'order-1/N', nonlinearity: 'erf', width: 40, depth: 10, gain: 1.1, weights: 'orthogonal' },
  { kind: 'order-1/N', nonlinearity: 'sigmoid', width: 48, depth: 10, gain: 3, biasDeviation: 0.5 },
  { kind: 'order-1/N', nonlinearity: 'selu', width: 40, depth: 10, gain: 1 },
  { kind: 'order-1/N', nonlinearity: 'relu', width: 60, depth: 6, gain: 0.57735, biasDeviation: 0.1 },
  { kind: 'order-1/N', nonlinearity: 'leaky', width: 56, depth: 8, gain: 1, biasDeviation: 0.3 },
  { kind: 'two-number', nonlinearity: 'tanh', width: 20, depth: 16, gain: 1.4 },
  { kind: 'two-number', nonlinearity: 'swish', width: 32, depth: 10, gain: 1.5 },
  { kind: 'two-number', nonlinearity: 'gelu', width: 32, depth: 10, gain: 1.5, biasDeviation: 0.3 },
];

for (const { kind, ...one } of settings) {
  const { nonlinearity, width, depth } = { ...plainWalk, ...one };
  test(`${kind}: ${nonlinearity}, N = ${width}, D = ${depth} is what ${walks} walks are, in every pass`, () => {
    const walk = { ...plainWalk, ...one, sampler: 'free', seed: 11, walks } as const;
    const measured = walkSample(walk);
    // The theory's own error: the mean to 0.1 + 2 %, the variance to 8 %, of two numbers 12 %.
    const share = kind === 'order-1/N' ? 0.08 : 0.12;
    for (const pass of passNames) {
      const theory = finiteTheory(walk, pass);
      if (pass === 'backward') expect(theory?.kind).toBe(kind);
      const { mean, variance, stderrMean, stderrVariance } = measured[pass];
      for (const k of [2, depth >> 1, depth]) {
        const [m, v] = [mean[k] ?? Number.NaN, variance[k] ?? Number.NaN];
        const about = `${pass} ${k}`;
        const meanOff = Math.abs((theory?.mean[k] ?? Number.NaN) - m);
        expect(meanOff, about).toBeLessThan(4 * (stderrMean[k] ?? 0) + 0.1 + 0.02 * Math.abs(m));
        const varianceOff = Math.abs((theory?.variance[k] ?? Number.NaN) - v);
        expect(varianceOff, about).toBeLessThan(4 * (stderrVariance[k] ?? 0) + share * v);
      }
    }
  });
}

test('below twenty units and in steps wider than their mean no theory of finite width is claimed', () => {
  const narrow = { ...plainWalk, nonlinearity: 'tanh', width: 19, gain: 1.3 } as const;
  expect(finiteTheory(narrow, 'backward')).toBeNull();
  expect(finiteTheory({ ...narrow, width: 30, gain: 300 }, 'backward')).toBeNull();
  // Walked: 17.83 +- 0.28, two numbers say 14.28; at gain 20 they are 0.03 off over five layers.
  const saturated = { ...narrow, nonlinearity: 'sigmoid', width: 34, depth: 48, gain: 49.17 } as const;
  expect(finiteTheory(saturated, 'backward')).toBeNull();
  expect(finiteTheory({ ...saturated, gain: 20, depth: 6 }, 'backward')?.kind).toBe('two-number');
});

test(
  'where only the given input saturates its units, the last step back is wide and known by its own law',
  deep,
  () => {
    const settings = [
      { nonlinearity: 'tanh', width: 60, depth: 12, gain: 0.9, inputScale: 60 },
      { nonlinearity: 'sigmoid', width: 100, depth: 12, gain: 2, inputScale: 200 },
      { nonlinearity: 'erf', width: 100, depth: 12, gain: 1.1, inputScale: 60 },
    ] as const;
    for (const one of settings) {
      const walk = { ...plainWalk, ...one, sampler: 'free', seed: 11, walks: 4000 } as const;
      const { depth } = one;
      const theory = finiteTheory(walk, 'backward');
      const { mean, variance, stderrMean, stderrVariance } = walkSample(walk).backward;
      const [m, v] = [mean[depth] ?? Number.NaN, variance[depth] ?? Number.NaN];
      expect(theory?.kind, one.nonlinearity).toBe('two-number');
      expect(v).toBeGreaterThan(5);
      const meanOff = Math.abs((theory?.mean[depth] ?? Number.NaN) - m);
      expect(meanOff, one.nonlinearity).toBeLessThan(4 * (stderrMean[depth] ?? 0) + 0.1 + 0.02 * Math.abs(m));
      const varianceOff = Math.abs((theory?.variance[depth] ?? Number.NaN) - v);
      expect(varianceOff, one.nonlinearity).toBeLessThan(4 * (stderrVariance[depth] ?? 0) + 0.12 * v);
    }
    const wider = { ...plainWalk, ...settings[0], inputScale: 600 };
    expect(finiteTheory(wider, 'backward')).toBeNull();
  },
);
