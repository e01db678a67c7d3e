import { expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import { driftAt } from '#experiment/derived/driftCurve.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { fittedSlope } from '#run/walk/fittedSlope.ts';
import { computeOutcome } from '#run/walk/outcome.ts';
import { walkFacts } from '#run/walk/walkFacts.ts';

test('the fitted slope of a variance that is exactly proportional to depth is that factor', () => {
  const depth = 20;
  const variance = Float64Array.from({ length: depth + 1 }, (_, k) => 0.25 * k);
  const mean = new Float64Array(depth + 1);
  // Walks of +-sqrt(k/4) have just this variance, and all the same slope.
  const paths = Float32Array.from({ length: 4 * (depth + 1) }, (_, i) => {
    const walk = Math.floor(i / (depth + 1));
    return (walk % 2 === 0 ? 0.5 : -0.5) * Math.sqrt(i % (depth + 1));
  });
  const slope = fittedSlope(paths, 4, depth, mean, variance, 4);
  expect(slope?.value).toBeCloseTo(0.25, 12);
  expect(slope?.error).toBeCloseTo(0, 6);
});

test('the fitted slope leaves dead walks out and is silent below three living ones', () => {
  const dead = [0, Number.NEGATIVE_INFINITY];
  const paths = Float32Array.from([0, 1, 0, -1, ...dead, ...dead]);
  expect(fittedSlope(paths, 4, 1, [0, 0], [0, 1], 2)).toBeNull();
  const more = Float32Array.from([0, 1, 0, -1, 0, 0.5, ...dead]);
  expect(Number.isFinite(fittedSlope(more, 4, 1, [0, 0.2], [0, 1], 3)?.error)).toBe(true);
});

test('the default experiment keeps its size, typically within a factor of 4.9', () => {
  const outcome = computeOutcome(defaultExperiment, noFoundGains);
  expect(outcome).toMatchObject({ kind: 'keeps', dead: 0, by: 'exact' });
  // e^(sqrt(10.1007)/2)
  expect(Math.exp(outcome.logSpread ?? 0)).toBeCloseTo(4.9, 1);
});

test('a wrong gain vanishes or explodes, and a ReLU network of 8 units may die', () => {
  expect(computeOutcome({ ...defaultExperiment, gain: 0.9 }, noFoundGains).kind).toBe('vanishes');
  expect(computeOutcome({ ...defaultExperiment, gain: 1.1 }, noFoundGains).kind).toBe('explodes');
  expect(
    computeOutcome({ ...defaultExperiment, f: 'relu', width: 8, depth: 100 }, noFoundGains).dead,
  ).toBeCloseTo(0.3239, 4);
});

test('facts without walks have theory and no measurement', () => {
  const facts = walkFacts(defaultExperiment, noFoundGains, null);
  expect(facts.slope).toEqual({ measured: null, theory: expect.closeTo(10.1007 / 500, 6) });
  expect(facts.drift.measured).toBeNull();
  expect(facts.within.theory).toBeCloseTo(0.853, 2);
});

test('the drift under the gain slider crosses zero at g*', () => {
  const gain = resolvedGain(defaultExperiment, noFoundGains);
  expect(Math.abs(driftAt(defaultExperiment, gain))).toBeLessThan(1e-12);
  expect(driftAt(defaultExperiment, gain * 1.01)).toBeGreaterThan(0);
});
