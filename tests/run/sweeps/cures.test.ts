import { describe, expect, test } from 'vitest';
import { defaultExperiment } from '#experiment/defaultExperiment.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import { cures, cureTheory } from '#run/sweeps/measures/cures.ts';
import { fateOf } from '#run/sweeps/measures/fate.ts';
import { planSweep } from '#run/sweeps/planSweep.ts';
import { walkRows } from '#run/sweeps/sweepTable.ts';
import { walkOf } from '../../python/pointsOf.ts';
import '../../lateTheory.ts';

const planOf = (patch: Partial<Experiment>) =>
  planSweep({ ...defaultExperiment, view: 'scale', sweep: 'cures', ...patch }, noFoundGains);

/** What becomes of every cure by theory. */
function fatesOf(patch: Partial<Experiment>) {
  const rows = walkRows(planOf(patch).points, new Map());
  return Object.fromEntries(
    cures.map((cure, i) => {
      const own = rows.filter((_, n) => n % cures.length === i);
      const places = own.flatMap(({ point }) => {
        const known = cureTheory(point);
        return known ? [[point.settings.depth, known.mean] as const] : [];
      });
      return [cure, fateOf(places)];
    }),
  );
}

describe('a line against depth', () => {
  const depths = [1, 3, 10, 30, 100, 300, 1000];
  const along = (lnZ: (depth: number) => number) => fateOf(depths.map((depth) => [depth, lnZ(depth)]));

  test('is told by its shape, whatever its sign', () => {
    for (const sign of [1, -1]) {
      expect(along((depth) => sign * 0.383 * depth)).toBe('exponential');
      expect(along((depth) => sign * 0.01 * depth + 2)).toBe('exponential');
      expect(along((depth) => sign * Math.sqrt(depth))).toBe('stretched');
      expect(along((depth) => sign * 1.3 * Math.log(depth))).toBe('power');
      expect(along((depth) => sign * (1 + 1 / depth))).toBe('flat');
    }
    expect(along((depth) => depth - 600)).toBe('exponential');
    // A late start hides no root.
    expect(along((depth) => Math.max(0.5, 0.8 * Math.sqrt(depth) - 6.5))).toBe('stretched');
    expect(along((depth) => 1000 / depth)).toBe('flat');
    // g* of a thousand layers is a zero to some digits, on either side of it.
    expect(along((depth) => (depth - 990) / 500)).toBe('flat');
  });

  test('that is too short is not told', () => {
    expect(fateOf([])).toBeNull();
    expect(
      fateOf([
        [100, 1],
        [200, 2],
      ]),
    ).toBeNull();
  });
});

describe('the cures by theory', () => {
  test('at g* of linear networks: branches explode, with a norm they make a power of the depth', () => {
    expect(fatesOf({ f: 'linear' })).toEqual({
      plain: 'flat',
      residual: 'exponential',
      scaled: 'flat',
      rms: 'flat',
      layer: 'flat',
      streamRms: 'power',
      streamLayer: 'power',
    });
  });

  test('at every gain of ReLU: layer norm explodes; the plain network vanishes or explodes as the gain has it', () => {
    const anywhere = { rms: 'flat', layer: 'exponential', streamRms: 'flat', streamLayer: 'power' };
    // Branches of positive mean outgrow every alpha that falls only with the root of the depth.
    const branches = { residual: 'exponential', scaled: 'stretched' };
    for (const gain of [1, 'auto', 2] as const) {
      expect(fatesOf({ f: 'relu', gain })).toMatchObject({
        ...anywhere,
        ...branches,
        plain: gain === 'auto' ? 'flat' : 'exponential',
      });
    }
  });

  test('of tanh branches saturate: faster than a power, slower than exponential', () => {
    expect(fatesOf({ f: 'tanh', gain: 1.12 })).toMatchObject({ residual: 'stretched', streamRms: 'power' });
    expect(fatesOf({ f: 'tanh' })).toMatchObject({ plain: 'flat', rms: 'exponential' });
  });
});

test('plain networks have all walks, branches and norms as many as a point’s time allows; matrix-free where that has a law', () => {
  for (const weights of ['gaussian', 'uniform'] as const) {
    const rows = walkRows(planOf({ f: 'relu', weights }).points, new Map());
    for (const { settings } of rows.map(({ point }) => point)) {
      const { norm, residual, sampler, walks, depth, width } = settings;
      const isFree = weights === 'gaussian';
      expect(sampler).toBe(isFree ? 'free' : 'matrices');
      const perWalk = depth * width * (isFree ? 10 : width);
      if (isFree && norm === 'none' && residual === 0) expect(walks).toBe(200);
      else expect(walks * perWalk).toBeLessThanOrEqual(Math.max(1.5e7, 4 * perWalk));
    }
  }
});

test('all networks have one gain, and only alpha = 1/√D changes with the depth', () => {
  const settings = walkRows(planOf({ f: 'tanh' }).points, new Map()).map(({ point }) =>
    walkOf(point.settings),
  );
  expect(new Set(settings.map(({ gain }) => gain)).size).toBe(1);
  const alphas = settings.filter((_, n) => n % cures.length === cures.indexOf('scaled'));
  for (const { residual, depth } of alphas) expect(residual).toBeCloseTo(1 / Math.sqrt(Number(depth)), 6);
});
