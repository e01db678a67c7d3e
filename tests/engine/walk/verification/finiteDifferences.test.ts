import { expect, test } from 'vitest';
import { matrixProduct } from '#engine/kernels/walkSlice/matrixProduct.ts';
import { drawVector } from '#engine/kernels/walkSlice/walkRows.ts';
import { sourceLayer } from '#engine/kernels/walkSlice/walkSlice.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { walkReference } from '#engine/walk/verification/walkReference.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import { nonlinearities, nonlinearityNames } from '#theory/nonlinearity.ts';
import { plainWalk } from '../../../plainWalk.ts';
import { forwardSlice } from './forwardSlice.ts';

const base: WalkSettings = { ...plainWalk, depth: 5, width: 7, gain: 1.3, inputScale: 0.8, seed: 21 };

const square = (v: ArrayLike<number>) => Array.from(v).reduce((sum, x) => sum + x * x, 0);
const mean = (v: Float64Array) => v.reduce((sum, x) => sum + x, 0) / v.length;

function normalised(h: Float64Array, norm: WalkSettings['norm']): Float64Array {
  if (norm === 'none') return h;
  const centre = norm === 'layer' ? mean(h) : 0;
  const centred = h.map((x) => x - centre);
  const root = Math.sqrt(mean(centred.map((x) => x * x)));
  return centred.map((x) => x / root);
}

/** A network in plain float64 as the model states it, its matrices those of the walk; `moved` adds to one entry of W_d. */
function network(settings: WalkSettings) {
  const { depth, residual, norm, nonlinearity, biasDeviation } = settings;
  const { value } = nonlinearities[nonlinearity];
  const slice = forwardSlice(settings);
  const multiply = matrixProduct(slice);
  const outer = drawVector(slice, 'deltas', 0, 0);
  /** The loss is the linear function of the last layer whose gradient there is delta_D. */
  return (start: Float64Array, moved?: { layer: number; row: number; column: number; by: number }) => {
    let [h, a] = [residual > 0 ? start : start.map(value), start];
    for (let d = 1; d <= depth; d++) {
      const into = normalised(h, norm);
      a = multiply(sourceLayer(settings, d), 0, into, false);
      if (moved?.layer === d) a[moved.row] = (a[moved.row] ?? 0) + moved.by * (into[moved.column] ?? 0);
      if (biasDeviation > 0) {
        const bias = drawVector(slice, 'biases', sourceLayer(settings, d), 0);
        a = a.map((x, i) => x + biasDeviation * (bias[i] ?? 0));
      }
      const branch = a.map(value);
      h = residual > 0 ? branch.map((x, i) => (h[i] ?? 0) + residual * x) : branch;
    }
    const end = residual > 0 ? h : a;
    return end.reduce((sum, x, i) => sum + x * (outer[i] ?? 0), 0);
  };
}

const step = 1e-6;

/** Central differences of the loss by the start, [width]. */
function gradientOf(settings: WalkSettings): number[] {
  const loss = network(settings);
  const start = drawVector(forwardSlice(settings), 'inputs', 0, 0).map((u) => settings.inputScale * u);
  return Array.from(start, (_, i) => {
    const at = (by: number) => loss(start.map((x, j) => (i === j ? x + by : x)));
    return (at(step) - at(-step)) / (2 * step);
  });
}

/** ln of the squared norm of the loss's differences by the entries of W_d. */
function weightNorm(settings: WalkSettings, layer: number): number {
  const loss = network(settings);
  const start = drawVector(forwardSlice(settings), 'inputs', 0, 0).map((u) => settings.inputScale * u);
  const { width } = settings;
  const entries = Array.from({ length: width * width }, (_, i) => {
    const entry = { layer, row: Math.floor(i / width), column: i % width };
    return (loss(start, { ...entry, by: step }) - loss(start, { ...entry, by: -step })) / (2 * step);
  });
  return Math.log(square(entries));
}

const kinds: Readonly<Record<string, Partial<WalkSettings>>> = {
  plain: {},
  'tied plain': { tied: 1 },
  'tied, biased': { tied: 1, biasDeviation: 0.4 },
  residual: { residual: 0.6 },
  'tied residual': { residual: 0.6, tied: 1 },
  'residual, biased': { residual: 1.5, biasDeviation: 0.4 },
  rms: { norm: 'rms' },
  'layer-normalised': { norm: 'layer' },
  'layer-normalised, biased': { norm: 'layer', biasDeviation: 0.4 },
  'residual rms': { residual: 0.6, norm: 'rms' },
  'residual layer-normalised, biased': { residual: 0.6, norm: 'layer', biasDeviation: 0.4 },
  'tied residual layer-normalised': { residual: 0.6, norm: 'layer', tied: 1 },
  'orthogonal residual rms': { residual: 0.6, norm: 'rms', weights: 'orthogonal' },
};

for (const [kind, changes] of Object.entries(kinds)) {
  test(`gradients of ${kind} networks agree with finite differences, for all nine f`, () => {
    for (const nonlinearity of nonlinearityNames) {
      const settings: WalkSettings = { ...base, ...changes, nonlinearity };
      const lnZ = Math.log(
        square(gradientOf(settings)) / square(drawVector(forwardSlice(settings), 'deltas', 0, 0)),
      );
      const path = walkPath('backward', walkReference(settings, 0));
      // Central differences err by h^2; the state is kept in float32.
      expect(Math.abs((path[settings.depth] ?? Number.NaN) - lnZ), nonlinearity).toBeLessThan(2e-5);
    }
  });
}

for (const kind of [
  'plain',
  'tied, biased',
  'residual',
  'layer-normalised',
  'residual rms',
  'tied residual layer-normalised',
]) {
  test(`weight gradients of ${kind} networks, layer by layer, agree with finite differences`, () => {
    for (const nonlinearity of ['linear', 'tanh', 'gelu'] as const) {
      const settings: WalkSettings = { ...base, ...kinds[kind], nonlinearity, pass: 'weights' };
      const { depth } = settings;
      const path = walkPath('weights', walkReference(settings, 0));
      const top = weightNorm(settings, depth);
      for (let k = 2; k <= depth; k++) {
        const found = (path[k] ?? Number.NaN) - (weightNorm(settings, depth - k + 1) - top);
        expect(Math.abs(found), `${nonlinearity}, k = ${k}`).toBeLessThan(5e-5);
      }
    }
  });
}
