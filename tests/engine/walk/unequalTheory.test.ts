import { expect, test } from 'vitest';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { planSweep } from '#run/sweeps/planSweep.ts';
import { lateTheory } from '#theory/lateTheory.ts';
import { unequalWidths } from '#theory/unequalWidths.ts';
import { deepUnless } from '../../deep.ts';
import { plainWalk } from '../../plainWalk.ts';
import { walkSample } from './walkSample.ts';

/** Moments of walks through own widths, and the theory that the page draws beside them. */
function walked(patch: Partial<WalkSettings> & { readonly widths: readonly number[] }) {
  const { widths } = patch;
  const depth = widths.length - 1;
  const walk = { ...plainWalk, depth, sampler: 'free', seed: 11, walks: 3000, ...patch } as const;
  const setting = { ...walk, widths, pass: 'backward' } as const;
  const theory = unequalWidths(setting) ?? lateTheory()?.unequal(setting) ?? null;
  return { depth, theory, measured: walkSample(walk).backward };
}

const hourglass = [100, 50, 80, 25, 60, 30];

/** What a theory may be off by in the variance, beside 4 standard errors. */
const errors = { 'order-1/N': 0.08, 'two-number': 0.12 } as const;

for (const { kind, ...patch } of [
  { kind: 'order-1/N', nonlinearity: 'selu', gain: 0.9, widths: [60, 40, 90, 40] },
  { kind: 'order-1/N', nonlinearity: 'tanh', gain: 1.2, widths: [100, 60, 40, 60, 5] },
  { kind: 'two-number', nonlinearity: 'tanh', gain: 1.3, widths: hourglass },
  { kind: 'two-number', nonlinearity: 'tanh', gain: 0.9, scaling: 'fanout', widths: hourglass },
  { kind: 'two-number', nonlinearity: 'erf', gain: 1.2, widths: hourglass, inputScale: 2 },
  { kind: 'two-number', nonlinearity: 'sigmoid', gain: 3, biasDeviation: 0.5, widths: [40, 60, 30, 20, 50] },
  { kind: 'two-number', nonlinearity: 'gelu', gain: 1.5, widths: [50, 24, 40, 30, 24, 60] },
] as const) {
  const { nonlinearity, widths, gain } = patch;
  const isShort = nonlinearity === 'selu' || nonlinearity === 'sigmoid' || nonlinearity === 'erf';
  test(
    `${kind}: ${nonlinearity} through ${widths.join('-')} is what walks are, at gain ${gain}`,
    deepUnless(isShort),
    () => {
      const { depth, theory, measured } = walked(patch);
      expect(theory?.kind).toBe(kind);
      const { mean, variance, stderrMean, stderrVariance } = measured;
      for (const k of [1, 2, depth]) {
        const [m, v] = [mean[k] ?? Number.NaN, variance[k] ?? Number.NaN];
        const meanOff = Math.abs((theory?.mean[k] ?? Number.NaN) - m);
        expect(meanOff, `${k}`).toBeLessThan(4 * (stderrMean[k] ?? 0) + 0.1 + 0.02 * Math.abs(m));
        const varianceOff = Math.abs((theory?.variance[k] ?? Number.NaN) - v);
        expect(varianceOff, `${k}`).toBeLessThan(4 * (stderrVariance[k] ?? 0) + errors[kind] * v);
      }
    },
  );
}

test('the gradient of ReLU keeps its exact law through widths of its own with biases too', () => {
  const { depth, theory, measured } = walked({
    nonlinearity: 'relu',
    biasDeviation: 0.5,
    widths: [20, 12, 30, 14, 3],
  });
  expect(theory?.kind).toBe('exact');
  for (const k of [1, depth]) {
    const off = (at: number | undefined, exact: number | undefined, error: number | undefined) =>
      Math.abs((at ?? Number.NaN) - (exact ?? Number.NaN)) / (error ?? 0);
    expect(off(measured.mean[k], theory?.mean[k], measured.stderrMean[k])).toBeLessThan(4);
    expect(off(measured.variance[k], theory?.variance[k], measured.stderrVariance[k])).toBeLessThan(4);
  }
});

test('the page stops the drift of tanh over widths of its own by their own theory, and names it', () => {
  const experiment: Experiment = { ...defaultExperiment, view: 'scale', sweep: 'widths', f: 'tanh' };
  const { points, table } = planSweep({ ...experiment, widths: hourglass }, noFoundGains);
  const { theory, columns, rows } = table(new Map());
  expect(theory).toBe('two-number');
  const column = (name: string) => rows.map((row) => Number(row[columns.indexOf(name)]));
  expect(Math.abs(column('meanTheory').at(-1) ?? 9)).toBeLessThan(0.01);
  expect(column('share').reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  const [point] = points;
  if (point?.kind !== 'walk') throw new Error('No walk.');
  const { measured } = walked({
    ...point.settings,
    widths: hourglass,
    sampler: 'free',
    seed: 3,
    walks: 1500,
  });
  expect(Math.abs(measured.mean[5] ?? 9)).toBeLessThan(4 * (measured.stderrMean[5] ?? 0) + 0.1);
});
