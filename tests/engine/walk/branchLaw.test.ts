import { expect, test } from 'vitest';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { freeReference } from '#engine/walk/verification/freeReference.ts';
import { walkReference } from '#engine/walk/verification/walkReference.ts';
import { type WalkIncrements, walkPath } from '#engine/walk/walkPath.ts';
import { nonlinearityNames } from '#theory/nonlinearity.ts';
import { plainWalk } from '../../plainWalk.ts';
import { kolmogorovSmirnov } from './kolmogorovSmirnov.ts';

/** Few units and layers: what is not exact in law would show there first. */
const small: WalkSettings = {
  ...plainWalk,
  pass: 'weights',
  residual: 0.7,
  depth: 4,
  width: 9,
  gain: 1.3,
  seed: 31,
};

/** ln |h_D|^2 and ln |delta_0|^2 of walks relative to their starts, and what they have in common. */
function endsOf(walks: readonly WalkIncrements[]) {
  const end = (pass: 'forward' | 'backward', walk: WalkIncrements) =>
    walkPath(pass, walk)[small.depth] ?? Number.NaN;
  const forward = walks.map((walk) => end('forward', walk));
  const backward = walks.map((walk) => end('backward', walk));
  return {
    forward,
    backward,
    sum: forward.map((x, i) => x + (backward[i] ?? 0)),
    difference: forward.map((x, i) => x - (backward[i] ?? 0)),
  };
}

const walksOf = (count: number, walk: (index: number) => WalkIncrements) =>
  endsOf(Array.from({ length: count }, (_, index) => walk(index)));

// The kernels agree with these references walk by walk, in tests of their own.
for (const nonlinearity of nonlinearityNames) {
  for (const weights of nonlinearity === 'tanh'
    ? (['gaussian', 'orthogonal'] as const)
    : (['gaussian'] as const)) {
    test(`residual branches of ${nonlinearity} and ${weights} matrices have the law of matrix-free ones`, () => {
      const settings = { ...small, nonlinearity, weights };
      const real = walksOf(500, (walk) => walkReference(settings, walk));
      const free = walksOf(2000, (walk) => freeReference({ ...settings, pass: 'backward' }, walk));
      for (const what of ['forward', 'backward', 'sum', 'difference'] as const) {
        expect(kolmogorovSmirnov(free[what], real[what]), what).toBeLessThan(2.33);
      }
    });
  }
}
