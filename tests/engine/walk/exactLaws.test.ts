import { expect, test } from 'vitest';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { createRunningMoments } from '#engine/walk/runningMoments.ts';
import { walkReference } from '#engine/walk/verification/walkReference.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { shareDead } from '#theory/shareDead.ts';
import { walkTheory } from '#theory/walkTheory.ts';
import { plainWalk } from '../../plainWalk.ts';

/** Walks through real matrices: moments of the living, and the share of the dead less theory's, in its standard errors. */
function walked(patch: Partial<WalkSettings>) {
  const settings = { ...plainWalk, ...patch };
  const { depth, width, walks, pass, nonlinearity } = settings;
  const moments = createRunningMoments(depth + 1);
  let dead = 0;
  for (let walk = 0; walk < walks; walk++) {
    const path = walkPath(pass, walkReference(settings, walk));
    if (Number.isFinite(path[depth])) moments.add(path);
    else dead += 1;
  }
  const share = shareDead(nonlinearity, pass, depth, width);
  const deadOff = (dead / walks - share) / Math.sqrt((share * (1 - share)) / walks);
  return { settings, moments: moments.moments(), deadOff };
}

const dying = { nonlinearity: 'relu', depth: 8, width: 4, walks: 1200, seed: 2 } as const;

test.each([
  ['backward', 0],
  ['backward', 0.5],
  ['forward', 0],
  ['forward', 0.5],
] as const)(
  'uniform weights leave as many networks dead as fair coins do: %s, biases of %f',
  (pass, bias) => {
    const { deadOff } = walked({ ...dying, weights: 'uniform', pass, biasDeviation: bias });
    expect(Math.abs(deadOff)).toBeLessThan(4);
  },
);

test('rows of signs cancel each other exactly, and leave more', () => {
  expect(walked({ ...dying, weights: 'sign', pass: 'backward' }).deadOff).toBeGreaterThan(10);
});

const narrow: readonly Partial<WalkSettings>[] = [
  { nonlinearity: 'relu', pass: 'forward', width: 3 },
  { nonlinearity: 'linear', pass: 'forward', width: 2 },
  { nonlinearity: 'leaky', pass: 'forward', width: 3 },
  { nonlinearity: 'leaky', weights: 'orthogonal', pass: 'backward', width: 3 },
  { nonlinearity: 'leaky', weights: 'orthogonal', pass: 'forward', width: 5 },
];

for (const patch of narrow) {
  const { nonlinearity, weights, pass, width } = { ...plainWalk, ...patch };
  test(`${weights} ${nonlinearity}, N = ${width}, ${pass}: mean and variance are exact, and called so`, () => {
    const { settings, moments } = walked({ ...patch, depth: 6, walks: 1500, seed: 4 });
    const theory = walkTheory(settings);
    expect(theory.kind).toBe('exact');
    for (const k of [1, 3, 6]) {
      const at = (series: ArrayLike<number> | null | undefined) => series?.[k] ?? Number.NaN;
      expect(Math.abs(at(moments.mean) - at(theory.mean))).toBeLessThan(4 * at(moments.stderrMean));
      expect(Math.abs(at(moments.variance) - at(theory.variance))).toBeLessThan(
        4 * at(moments.stderrVariance),
      );
    }
  });
}
