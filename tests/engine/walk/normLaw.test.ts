import { expect, test } from 'vitest';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { freeReference } from '#engine/walk/verification/freeReference.ts';
import { walkReference } from '#engine/walk/verification/walkReference.ts';
import { type WalkIncrements, walkPath } from '#engine/walk/walkPath.ts';
import { plainWalk } from '../../plainWalk.ts';
import { kolmogorovSmirnov } from './kolmogorovSmirnov.ts';

/** Few units and layers: what is not exact in law would show there first. */
const small: WalkSettings = { ...plainWalk, pass: 'weights', depth: 4, width: 9, gain: 1.3, seed: 47 };

const passes = ['forward', 'backward', 'weights'] as const;

/** ln Z at the end of each pass, and sum and difference of the two that one walk makes of h and delta. */
function endsOf(walks: readonly WalkIncrements[], names: readonly (typeof passes)[number][]) {
  const ends = new Map<string, number[]>(
    names.map((pass) => [pass, walks.map((walk) => walkPath(pass, walk)[small.depth] ?? Number.NaN)]),
  );
  const [forward = [], backward = []] = [ends.get('forward'), ends.get('backward')];
  ends.set(
    'sum',
    forward.map((x, i) => x + (backward[i] ?? 0)),
  );
  // Of a walk that died both ways there is none.
  const differences = forward.map((x, i) => x - (backward[i] ?? 0));
  ends.set(
    'difference',
    differences.filter((x) => !Number.isNaN(x)),
  );
  return ends;
}

const walksOf = (count: number, walk: (index: number) => WalkIncrements) =>
  Array.from({ length: count }, (_, index) => walk(index));

// The kernels agree with these references walk by walk, in tests of their own.
for (const norm of ['rms', 'layer'] as const) {
  for (const [kind, nonlinearities, changes] of [
    ['plain', ['linear', 'relu', 'tanh', 'gelu'], {}],
    ['biased', ['sigmoid'], { biasDeviation: 0.5 }],
    ['orthogonal', ['relu'], { weights: 'orthogonal' }],
    ['residual', ['relu', 'tanh'], { residual: 0.7 }],
    ['biased orthogonal residual', ['swish'], { residual: 0.7, weights: 'orthogonal', biasDeviation: 0.5 }],
  ] as const) {
    test(`${kind} networks with ${norm} norm have one law by matrices and matrix-free`, () => {
      for (const nonlinearity of nonlinearities) {
        const settings = { ...small, ...changes, norm, nonlinearity };
        const isResidual = settings.residual > 0;
        const names = isResidual ? (['forward', 'backward'] as const) : passes;
        const pass = isResidual ? 'backward' : 'weights';
        const real = endsOf(
          walksOf(300, (walk) => walkReference(settings, walk)),
          names,
        );
        const free = endsOf(
          walksOf(1200, (walk) => freeReference({ ...settings, pass }, walk)),
          names,
        );
        for (const [what, ends] of real) {
          expect(kolmogorovSmirnov(free.get(what) ?? [], ends), `${nonlinearity} ${what}`).toBeLessThan(2.33);
        }
      }
    });
  }
}

for (const norm of ['rms', 'layer'] as const) {
  for (const [sampler, reference] of [
    ['matrices', walkReference],
    ['matrix-free', freeReference],
  ] as const) {
    test(`by ${sampler} walks a ReLU layer of one active unit, or none, kills the gradient behind ${norm} norm`, () => {
      for (const width of [3, 5]) {
        const settings = { ...small, nonlinearity: 'relu', norm, width, pass: 'backward' } as const;
        const paths = walksOf(500, (walk) => reference(settings, walk)).map((walk) =>
          walkPath('backward', walk),
        );
        const died = paths.filter((path) => path[small.depth] === Number.NEGATIVE_INFINITY).length / 500;
        // The signs of every layer but the last, whose own f' is not met, are coins.
        const expected = 1 - (1 - (width + 1) * 2 ** -width) ** small.depth;
        const error = Math.sqrt((expected * (1 - expected)) / 500);
        expect(Math.abs(died - expected) / error, `N = ${width}`).toBeLessThan(4);
      }
    });
  }
}
