import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factorTicks } from '#plots/factorTicks.ts';
import { histogramBars } from '#plots/histogramBars.ts';
import { createMovingDomain } from '#plots/movingDomain.ts';
import { steadyDomain } from '#plots/steadyDomain.ts';
import { thinnedLayers } from '#plots/thinnedLayers.ts';

const interval = fc
  .tuple(fc.double({ min: -500, max: 500, noNaN: true }), fc.double({ min: 0.1, max: 900, noNaN: true }))
  // To a millionth: the axis rounds numbers like 5e-324 away.
  .map(([low, length]) => [Math.round(low * 1e6) / 1e6, low + length] as const);

test('steadyDomain(before, needed) holds what is needed', () => {
  fc.assert(
    fc.property(fc.option(interval), interval, (before, needed) => {
      const [low, high] = steadyDomain(before, needed);
      expect(low).toBeLessThanOrEqual(needed[0]);
      expect(high).toBeGreaterThanOrEqual(needed[1]);
    }),
    { seed: 1 },
  );
});

test('steadyDomain keeps an axis while the data grow inside it', () => {
  const first = steadyDomain(null, [-6, 6]);
  for (let reach = 6; reach <= first[1]; reach += 0.1) {
    expect(steadyDomain(first, [-reach, reach])).toBe(first);
  }
  expect(steadyDomain(first, [-1, 1])).not.toEqual(first);
});

test('a moving domain reaches its target and rests; without motion it is there at once', () => {
  const axis = createMovingDomain();
  axis.at([-1, 1], 0, true);
  expect(axis.isMoving()).toBe(false);
  const started = axis.at([-10, 10], 1000, true);
  expect(started).toEqual([-1, 1]);
  expect(axis.isMoving()).toBe(true);
  expect(axis.at([-10, 10], 2000, true)).toEqual([-10, 10]);
  expect(axis.isMoving()).toBe(false);
  expect(createMovingDomain().at([-10, 10], 0, false)).toEqual([-10, 10]);
});

test('the factor axis says e^(ln Z / 2): a factor of 10 stands at 2 ln 10', () => {
  const ticks = factorTicks([-10, 10]);
  const at = new Map(ticks.map(({ label, lnZ }) => [label, lnZ]));
  expect(at.get('1')).toBe(0);
  expect(at.get('10')).toBeCloseTo(2 * Math.LN10, 12);
  expect(at.get('1/100')).toBeCloseTo(-4 * Math.LN10, 12);
  for (const { lnZ } of factorTicks([-0.5, 0.5])) expect(Math.abs(lnZ)).toBeLessThanOrEqual(0.5);
});

test('histogram bars have the share of the values as their area, dead walks in none', () => {
  const values = [-1.5, -0.5, -0.4, 0.1, 1.9, Number.NEGATIVE_INFINITY];
  const bars = histogramBars(values, [-2, 2], 4);
  expect(bars).toHaveLength(4);
  expect(bars.map(({ density }) => density)).toEqual([0.2, 0.4, 0.2, 0.2]);
  expect(histogramBars([], [-2, 2], 4).every(({ density }) => density === 0)).toBe(true);
});

test('thinnedLayers(depth, most) has the first and the last layer, and not many more than asked', () => {
  for (const depth of [1, 2, 99, 100, 1000]) {
    const layers = thinnedLayers(depth, 50);
    expect([layers[0], layers.at(-1)]).toEqual([0, depth]);
    expect(layers.length).toBeLessThanOrEqual(52);
  }
});
