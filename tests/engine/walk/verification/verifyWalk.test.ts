import { expect, test } from 'vitest';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { createRunningMoments } from '#engine/walk/runningMoments.ts';
import { freeReference } from '#engine/walk/verification/freeReference.ts';
import { verifyLaw } from '#engine/walk/verification/verifyLaw.ts';
import { verifyWalk } from '#engine/walk/verification/verifyWalk.ts';
import { walkReference, walkReferenceSteps } from '#engine/walk/verification/walkReference.ts';
import { type WalkIncrements, walkPath } from '#engine/walk/walkPath.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { plainWalk } from '../../../plainWalk.ts';

const walk = 3;
const base: WalkSettings = { ...plainWalk, depth: 30, width: 24, gain: 1.4, seed: 77, walks: 4 };

/** Every kind of walk: samplers, nonlinearities and passes, and what changes the way a layer is made. */
const kinds: readonly WalkSettings[] = [
  ...(['matrices', 'free'] as const).flatMap((sampler) =>
    nonlinearityNames.flatMap((nonlinearity) =>
      (['forward', 'backward', 'weights'] as const).map((pass) => ({ ...base, sampler, nonlinearity, pass })),
    ),
  ),
  { ...base, weights: 'orthogonal' },
  { ...base, sampler: 'free', weights: 'orthogonal', nonlinearity: 'tanh' },
  { ...base, sampler: 'free', residual: 0.5, nonlinearity: 'tanh' },
  { ...base, sampler: 'free', depth: 4, widths: [9, 30, 5, 12, 8] },
  { ...base, biasDeviation: 0.3, nonlinearity: 'tanh' },
  { ...base, tied: 1 },
  ...(['backward', 'weights'] as const).flatMap((pass) => [
    { ...base, pass, residual: 0.5 } as const,
    { ...base, pass, norm: 'rms' } as const,
    { ...base, pass, residual: 0.5, norm: 'layer', nonlinearity: 'tanh', tied: 1 } as const,
  ]),
  { ...base, width: 200, depth: 100, nonlinearity: 'tanh' },
];

const nameOf = ({
  sampler,
  weights,
  nonlinearity,
  pass,
  width,
  residual,
  norm,
  tied,
  widths,
}: WalkSettings) =>
  [
    `${sampler}, ${weights} ${nonlinearity}, ${pass}, ${widths ? 'unequal widths' : `N = ${width}`}`,
    ...(residual ? ['residual'] : []),
    ...(norm === 'none' ? [] : [norm]),
    ...(tied ? ['tied'] : []),
  ].join(', ');

const walked = (settings: WalkSettings): WalkIncrements =>
  settings.sampler === 'free' ? freeReference(settings, walk) : walkReference(settings, walk);

/** What a device returns that does to every number what `change` does. */
const returned = ({ forward, backward }: WalkIncrements, change: (value: number, k: number) => number) => ({
  forward: forward?.map(change) ?? null,
  backward: backward?.map(change) ?? null,
});

for (const settings of kinds) {
  test(`${nameOf(settings)}: rounding is let through, zeros and values 5 % off are not`, () => {
    const measured = walked(settings);
    expect(verifyWalk(settings, walk, measured)).toBeNull();
    const rounded = returned(measured, (value, k) => value + (k % 2 === 0 ? 2e-5 : -2e-5));
    expect(verifyWalk(settings, walk, rounded)).toBeNull();
    const zeros = verifyWalk(
      settings,
      walk,
      returned(measured, () => 0),
    );
    expect(zeros).toMatchObject({ code: 'wrongNumbers', what: 'walk', measured: 0 });
    const scaled = verifyWalk(
      settings,
      walk,
      returned(measured, (value) => 1.05 * value),
    );
    expect(scaled).toMatchObject({ code: 'wrongNumbers', what: 'walk' });
    expect(Math.abs((scaled?.measured ?? 0) - (scaled?.expected ?? 0))).toBeGreaterThan(scaled?.allowed ?? 1);
    const holes = verifyWalk(
      settings,
      walk,
      returned(measured, () => Number.NaN),
    );
    expect(holes?.code).toBe('wrongNumbers');
  });
}

test('a chaotic network, in which rounding grows to the size of the signal, is not called wrong', () => {
  const chaotic: WalkSettings = { ...base, nonlinearity: 'tanh', gain: 10, depth: 200, width: 40 };
  const nearly = walkReference({ ...chaotic, gain: 10 * (1 + 2e-7) }, walk);
  const exactly = walkReference(chaotic, walk);
  const apart = walkPath('backward', nearly).map((v, k) => v - (walkPath('backward', exactly)[k] ?? 0));
  expect(Math.max(...apart.map(Math.abs))).toBeGreaterThan(1);
  expect(verifyWalk(chaotic, walk, nearly)).toBeNull();
});

test('a walk that meets one unit on the other side of zero is not called wrong', () => {
  const measured = walked(base);
  const flipped = returned(measured, (value, k) => (k === 5 ? value + 0.04 : value));
  expect(verifyWalk(base, walk, flipped)).toBeNull();
});

const lawful: WalkSettings = { ...base, sampler: 'free', walks: 400 };

function measuredLaw(settings: WalkSettings) {
  const moments = createRunningMoments(settings.depth + 1);
  let dead = 0;
  for (let i = 0; i < settings.walks; i++) {
    const walked = settings.sampler === 'free' ? freeReference(settings, i) : walkReference(settings, i);
    const path = walkPath(settings.pass, walked);
    if (path[settings.depth] === Number.NEGATIVE_INFINITY) dead += 1;
    else moments.add(path);
  }
  return { walks: settings.walks, dead, moments: moments.moments() };
}

for (const [what, changes] of Object.entries({
  'ReLU backwards': {},
  'linear forwards': { nonlinearity: 'linear', pass: 'forward' },
  'narrow ReLU, of which many die': { width: 3, depth: 6 },
  'weight gradients': { pass: 'weights' },
  'unequal widths': { widths: [9, 30, 5, 12, 8], depth: 4 },
  'orthogonal linear weights': { weights: 'orthogonal', nonlinearity: 'linear', gain: 1 },
  'an f without an exact law': { nonlinearity: 'tanh' },
  'ReLU of one matrix': { tied: 1, sampler: 'matrices', width: 12 },
} satisfies Record<string, Partial<WalkSettings>>)) {
  test(`the moments of ${what} raise no alarm`, () => {
    const settings = { ...lawful, ...changes };
    expect(verifyLaw(settings, measuredLaw(settings))).toBeNull();
  });
}

test('where no law is exact no moments are called wrong: blocks, one matrix in every layer', () => {
  const found = measuredLaw({ ...lawful, walks: 50 });
  const moments = { ...found.moments, mean: found.moments.mean.map((value) => value + 1000) };
  expect(verifyLaw({ ...lawful, walks: 50 }, { ...found, moments })).not.toBeNull();
  for (const kind of [{ norm: 'rms' }, { norm: 'layer' }, { residual: 0.5 }, { tied: 1 }] as const) {
    const settings = { ...lawful, ...kind, walks: 50, sampler: 'matrices' } as const;
    expect(verifyLaw(settings, { ...found, moments }), JSON.stringify(kind)).toBeNull();
  }
});

test('moments more than 20 standard errors off their exact law raise an alarm that says which', () => {
  const found = measuredLaw(lawful);
  const { depth } = lawful;
  const moved = (name: 'mean' | 'variance', change: (value: number) => number) =>
    verifyLaw(lawful, { ...found, moments: { ...found.moments, [name]: found.moments[name].map(change) } });
  const error = found.moments.stderrMean[depth] ?? 0;
  expect(moved('mean', (value) => value + 10 * error)).toBeNull();
  expect(moved('mean', (value) => value + 30 * error)).toMatchObject({ what: 'mean', step: depth });
  expect(moved('variance', (value) => 4 * value)).toMatchObject({ what: 'variance', step: depth });
  expect(moved('mean', () => Number.NaN)).toMatchObject({ what: 'mean' });
  expect(verifyLaw(lawful, { ...found, dead: 200 })).toMatchObject({ what: 'dead', measured: 0.5 });
});

for (const [number, firstApart] of [
  [164, 1],
  [192, 3],
] as const) {
  test(`a ReLU unit that rounding turns is no wrong number, and hides none: walk ${number}`, () => {
    const settings: WalkSettings = { ...plainWalk, depth: 50, width: 64, gain: 1.43, walks: 400 };
    const exact = walkReference(settings, number);
    const walkOn = walkReferenceSteps(settings, number, 'pcg4d', 3e-5);
    const forward = walkOn('forward', settings.depth + 1).filter((_, i) => i % 2 === 0);
    const backward = walkOn('backward', settings.depth + 1).filter((_, i) => i % 2 === 0);
    const turned = { ...exact, forward, backward };
    const apart = Array.from(backward.subarray(0, 12), (value, k) => {
      const right = exact.backward?.[k] ?? Number.NaN;
      return Math.abs(value - right) > 1e-4 + 0.01 * Math.abs(right);
    });
    expect(apart.indexOf(true)).toBe(firstApart);
    expect(apart.filter(Boolean).length).toBeGreaterThan(6);
    expect(verifyWalk(settings, number, turned)).toBeNull();
    const scaled = { ...turned, backward: backward.map((value) => 1.05 * value) };
    expect(verifyWalk(settings, number, scaled)).toMatchObject({ code: 'wrongNumbers', what: 'walk' });
    const zeros = { ...turned, backward: backward.map(() => 0) };
    expect(verifyWalk(settings, number, zeros)).toMatchObject({ code: 'wrongNumbers', measured: 0 });
  });
}
