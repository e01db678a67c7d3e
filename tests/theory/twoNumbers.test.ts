import { expect, test } from 'vitest';
import { carriedAtTop } from '#theory/finiteWidth/chain/carried.ts';
import { chainLayers } from '#theory/finiteWidth/chain/chainLayers.ts';
import { stepDown } from '#theory/finiteWidth/chain/stepDown.ts';
import { createSumLaws } from '#theory/finiteWidth/chain/sumLaws.ts';
import { twoNumbers } from '#theory/finiteWidth/chain/twoNumbers.ts';
import { passNames } from '#theory/pass.ts';
import { plainWalk } from '../plainWalk.ts';

test('layers that are all the same are added as they would be walked', () => {
  for (const nonlinearity of ['tanh', 'gelu', 'sigmoid'] as const) {
    const setting = { ...plainWalk, nonlinearity, depth: 300, width: 30, gain: 2 };
    const layers = chainLayers(setting, createSumLaws(nonlinearity, setting.width));
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
  const layers = chainLayers(setting, createSumLaws('tanh', 30));
  expect(new Set(layers.map(({ mass }) => mass)).size).toBeLessThan(200);
});

test('a thousand layers cost no more processor time than a frame or two, once their tables are there', () => {
  const milliseconds = (work: () => void) => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  // What the same machine takes for a million square roots of exponentials, 6 ms where 20 ms were measured.
  const yardstick = () =>
    milliseconds(() => {
      let sum = 0;
      for (let i = 0; i < 1e6; i++) sum += Math.sqrt(Math.exp(-i * 1e-6));
      expect(sum).toBeGreaterThan(0);
    });
  const settings = [
    { nonlinearity: 'tanh', width: 20, gain: 1.02 },
    { nonlinearity: 'gelu', width: 1024, gain: 1.5 },
    { nonlinearity: 'relu', width: 50, gain: 3, biasDeviation: 0.1 },
  ] as const;
  for (const one of settings) {
    for (const pass of passNames) {
      const costs: number[] = [];
      const yards: number[] = [];
      for (let i = 0; i < 9; i++) {
        const setting = { ...plainWalk, ...one, depth: 1000, gain: one.gain * (1 + 1e-3 * i) };
        costs.push(milliseconds(() => twoNumbers(setting, pass)));
        yards.push(yardstick());
      }
      expect(Math.min(...costs) / Math.min(...yards), `${one.nonlinearity}, ${pass}`).toBeLessThan(6);
    }
  }
});
