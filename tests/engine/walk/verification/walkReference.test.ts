import { expect, test } from 'vitest';
import { matrixProduct } from '#engine/kernels/walkSlice/matrixProduct.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { walkReference } from '#engine/walk/verification/walkReference.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { weightLawNames } from '#theory/weightLaw.ts';
import { plainWalk } from '../../../plainWalk.ts';
import { forwardSlice } from './forwardSlice.ts';

const settings: WalkSettings = {
  ...plainWalk,
  nonlinearity: 'tanh',
  depth: 5,
  width: 7,
  gain: 1.3,
  inputScale: 0.8,
  seed: 21,
};

for (const weights of weightLawNames) {
  test(`the transposed product of ${weights} weights is the transpose: y . W x = x . W^T y`, () => {
    const multiply = matrixProduct(forwardSlice({ ...settings, weights, width: 9 }));
    const x = Float64Array.from({ length: 9 }, (_, i) => Math.sin(i + 1));
    const y = Float64Array.from({ length: 9 }, (_, i) => Math.cos(3 * i));
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, i) => sum + v * (b[i] ?? 0), 0);
    expect(dot(y, multiply(2, 3, x, false))).toBeCloseTo(dot(x, multiply(2, 3, y, true)), 12);
  });
}

test('an orthogonal matrix keeps norms and its columns are orthonormal', () => {
  const multiply = matrixProduct(forwardSlice({ ...settings, weights: 'orthogonal', width: 6, gain: 1 }));
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
