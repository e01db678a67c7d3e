import { expect, test } from 'vitest';
import { matrixProduct } from '#engine/kernels/walkSlice/matrixProduct.ts';
import type { WalkSlice } from '#engine/kernels/walkSlice/walkSlice.ts';
import { gaussianQuad } from '#engine/random/gaussianQuad.ts';
import { pcg4d } from '#engine/random/pcg4d.ts';
import { streamKey } from '#engine/random/streams.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { walkReference } from '#engine/walk/verification/walkReference.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { nonlinearities, nonlinearityNames } from '#theory/nonlinearity.ts';
import { weightLawNames } from '#theory/weightLaw.ts';
import { plainWalk } from '../../../plainWalk.ts';

const settings: WalkSettings = {
  ...plainWalk,
  nonlinearity: 'tanh',
  depth: 5,
  width: 7,
  gain: 1.3,
  inputScale: 0.8,
  seed: 21,
};

const sliceOf = (changes: Partial<WalkSettings>): WalkSlice => ({
  ...settings,
  ...changes,
  direction: 'forward',
  generator: 'pcg4d',
  sharedNetwork: false,
  keepsPreActivations: true,
  firstWalk: 0,
  batch: 1,
  firstStep: 0,
  steps: 1,
});

function drawn(stream: 'inputs' | 'deltas', width: number, seed: number): number[] {
  const quads = Array.from({ length: Math.ceil(width / 4) }, (_, quad) =>
    gaussianQuad(pcg4d(quad, 0, 0, streamKey(seed, stream))),
  );
  return quads.flat().slice(0, width);
}

for (const [nonlinearity, tied] of nonlinearityNames.flatMap((f) => [[f, 0] as const, [f, 1] as const])) {
  const kind = tied === 1 ? 'with one matrix in every layer ' : '';
  test(`the gradient of ${nonlinearity} ${kind}agrees with finite differences of the network itself`, () => {
    const { width, depth, gain, inputScale, seed } = settings;
    const { value } = nonlinearities[nonlinearity];
    const multiply = matrixProduct(sliceOf({ nonlinearity }));
    const input = drawn('inputs', width, seed).map((u) => inputScale * u);
    const outer = drawn('deltas', width, seed);
    // The loss is the linear function of a_D whose gradient there is delta_D.
    const loss = (a0: readonly number[]) => {
      let a = Float64Array.from(a0);
      for (let d = 1; d <= depth; d++)
        a = Float64Array.from(multiply(tied === 1 ? 1 : d, 0, a.map(value), false));
      return a.reduce((sum, x, i) => sum + x * (outer[i] ?? 0), 0);
    };
    const h = 1e-6;
    const gradient = input.map((_, i) => {
      const moved = (by: number) => input.map((x, j) => (j === i ? x + by : x));
      return (loss(moved(h)) - loss(moved(-h))) / (2 * h);
    });
    const square = (v: readonly number[]) => v.reduce((sum, x) => sum + x * x, 0);
    const lnZ = Math.log(square(gradient) / square(outer));
    const path = walkPath('backward', walkReference({ ...settings, nonlinearity, gain, tied }, 0));
    // Central differences err by h^2; the state is kept in float32.
    expect(Math.abs((path[depth] ?? Number.NaN) - lnZ)).toBeLessThan(1e-5);
  });
}

for (const weights of weightLawNames) {
  test(`the transposed product of ${weights} weights is the transpose: y . W x = x . W^T y`, () => {
    const multiply = matrixProduct(sliceOf({ weights, width: 9 }));
    const x = Float64Array.from({ length: 9 }, (_, i) => Math.sin(i + 1));
    const y = Float64Array.from({ length: 9 }, (_, i) => Math.cos(3 * i));
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, i) => sum + v * (b[i] ?? 0), 0);
    expect(dot(y, multiply(2, 3, x, false))).toBeCloseTo(dot(x, multiply(2, 3, y, true)), 12);
  });
}

test('an orthogonal matrix keeps norms and its columns are orthonormal', () => {
  const multiply = matrixProduct(sliceOf({ weights: 'orthogonal', width: 6, gain: 1 }));
  const columns = Array.from({ length: 6 }, (_, j) =>
    multiply(
      1,
      0,
      Float64Array.from({ length: 6 }, (_, i) => (i === j ? 1 : 0)),
      false,
    ),
  );
  for (const [i, a] of columns.entries()) {
    for (const [j, b] of columns.entries()) {
      expect(a.reduce((sum, v, k) => sum + v * (b[k] ?? 0), 0)).toBeCloseTo(i === j ? 1 : 0, 12);
    }
  }
});

test('changing the stream of inputs does not redraw the weights: linear gradients ignore the input scale', () => {
  const path = (inputScale: number) =>
    walkPath('backward', walkReference({ ...settings, nonlinearity: 'relu', inputScale }, 0));
  for (const [k, value] of path(1).entries()) expect(value).toBeCloseTo(path(100)[k] ?? 0, 4);
});
