import { expect, test } from 'vitest';
import { carriedAtTop } from '#theory/finiteWidth/chain/carried.ts';
import { chainLayers } from '#theory/finiteWidth/chain/chainLayers.ts';
import { stepDown } from '#theory/finiteWidth/chain/stepDown.ts';
import { createSumLaws } from '#theory/finiteWidth/chain/sumLaws.ts';
import { twoNumbers } from '#theory/finiteWidth/chain/twoNumbers.ts';
import { plainWalk } from '../plainWalk.ts';

test('layers that are all the same are added as they would be walked', () => {
  for (const nonlinearity of ['tanh', 'gelu', 'sigmoid'] as const) {
    const setting = { ...plainWalk, nonlinearity, depth: 300, width: 30, gain: 2 };
    const layers = chainLayers(setting, (width) => createSumLaws(nonlinearity, width));
    let carried = carriedAtTop(layers.at(-1)?.points.length ?? 0);
    for (const layer of layers.slice(0, -1).toReversed()) carried = stepDown(layer, carried, 0);
    const { mean, variance } = twoNumbers(setting, 'backward');
    // Layer 0 is one point.
    expect(carried.sum).toHaveLength(1);
    expect(Math.abs((mean[300] ?? Number.NaN) - (carried.sum[0] ?? 0)), nonlinearity).toBeLessThan(1e-5);
    expect(Math.abs((variance[300] ?? Number.NaN) - (carried.variance[0] ?? 0))).toBeLessThan(1e-5);
  }
});

test('the same layers stand for all where the law of v has settled', () => {
  const setting = { ...plainWalk, nonlinearity: 'tanh', depth: 1000, width: 30, gain: 2 } as const;
  const layers = chainLayers(setting, (width) => createSumLaws('tanh', width));
  expect(new Set(layers.map(({ mass }) => mass)).size).toBeLessThan(200);
});

test('a thousand layers whose v wanders or runs away share a few hundred rows of points, which stay while they cover it', () => {
  for (const one of [
    { nonlinearity: 'tanh', width: 20, gain: 1.02 },
    { nonlinearity: 'tanh', width: 20, gain: 0.9 },
    { nonlinearity: 'gelu', width: 1024, gain: 1.5 },
    { nonlinearity: 'relu', width: 50, gain: 3, biasDeviation: 0.1 },
  ] as const) {
    const layers = chainLayers({ ...plainWalk, ...one, depth: 1000 }, (width) =>
      createSumLaws(one.nonlinearity, width),
    );
    expect(new Set(layers.map(({ points }) => points)).size, one.nonlinearity).toBeLessThan(300);
    expect(layers.every(({ points }) => points.length <= 23)).toBe(true);
  }
});
