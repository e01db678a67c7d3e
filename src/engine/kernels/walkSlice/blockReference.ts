import { nonlinearities } from '#theory/nonlinearity.ts';
import type { MatrixProduct } from './matrixProduct.ts';
import { dot, drawVector, scaleOf, type WalkRows } from './walkRows.ts';
import {
  deadIncrement,
  leastLeft,
  leastSpread,
  noDivisor,
  sourceLayer,
  type WalkSlice,
} from './walkSlice.ts';

const sumOf = (x: Float64Array) => x.reduce((sum, value) => sum + value, 0);

const read = (from: Float32Array, row: number, { vector }: WalkRows, width: number) =>
  Float64Array.from(from.subarray(row * vector.length, row * vector.length + width));

/** What enters the matrix of the next layer: h_d, or norm(h_d), of mean square 1, which is kept with its divisor. */
function entering(slice: WalkSlice, rows: WalkRows, layer: number): Float64Array {
  const { norm, width, depth } = slice;
  const h = read(rows.vector, 0, rows, width);
  if (norm === 'none') return h;
  const mean = norm === 'layer' ? sumOf(h) / width : 0;
  const centred = h.map((x) => x - mean);
  const square = dot(centred, centred) / width;
  const isAlive = square > leastSpread;
  const made = centred.map((x) => (isAlive ? x / Math.sqrt(square) : 0));
  if (slice.keepsPreActivations) rows.preActivations.set(made, (depth + 1 + layer) * rows.vector.length);
  const above = rows.logScales[depth + 1] ?? 0;
  rows.logScales[depth + 2 + layer] = isAlive ? above + 0.5 * Math.log(square) : noDivisor;
  return made;
}

/** One layer of a residual or normalised network forwards; reference of `blockWgsl`. Returns its pair of increments. */
export function blockForward(
  slice: WalkSlice,
  rows: WalkRows,
  walk: number,
  step: number,
  multiply: MatrixProduct,
): readonly [number, number] {
  const { residual, norm, width, depth } = slice;
  const network = slice.sharedNetwork ? 0 : walk;
  const above = step === 0 ? Math.log(slice.inputScale) : (rows.logScales[depth + 1] ?? 0);
  const from = step > 0 && norm !== 'none' ? 0 : above;
  const isBiased = slice.biasDeviation > 0 && step > 0;
  const logScale = isBiased ? Math.max(from, 0) : from;
  const before = read(rows.vector, 0, rows, width);
  let a: Float64Array =
    step === 0
      ? drawVector(slice, 'inputs', 0, walk)
      : multiply(sourceLayer(slice, step), network, entering(slice, rows, step - 1), false);
  if (isBiased) {
    const bias = drawVector(slice, 'biases', sourceLayer(slice, step), network);
    const shrink = Math.exp(from - logScale);
    a = a.map((value, i) => value * shrink + (bias[i] ?? 0) * slice.biasDeviation * scaleOf(-logScale));
  }
  if (slice.keepsPreActivations) rows.preActivations.set(a, step * rows.vector.length);
  const s = scaleOf(logScale);
  const { value } = nonlinearities[slice.nonlinearity];
  const reach = residual * scaleOf(logScale - above);
  let h: Float64Array = a.map((x) => value(s * x) / s);
  if (residual > 0) h = step === 0 ? a : h.map((branch, i) => (before[i] ?? 0) + reach * branch);
  const square = dot(h, h);
  const halfLog = square > 0 ? 0.5 * Math.log(square / width) : 0;
  const logNorm = (residual > 0 && step > 0 ? above : logScale) + halfLog;
  rows.vector.set(h.map((x) => (square > 0 ? x / Math.exp(halfLog) : 0)));
  rows.logScales[step] = logScale;
  rows.logScales[depth + 1] = logNorm;
  return [square > 0 ? 2 * (logNorm - above) : deadIncrement, 0];
}

/** f'(a_d), or ones where no pre-activations are kept: linear branches. */
function slopesOf(slice: WalkSlice, rows: WalkRows, layer: number): Float64Array {
  if (!slice.keepsPreActivations) return new Float64Array(slice.width).fill(1);
  const s = scaleOf(rows.logScales[layer] ?? 0);
  const { slope } = nonlinearities[slice.nonlinearity];
  return read(rows.preActivations, layer, rows, slice.width).map((x) => slope(s * x));
}

/** J^T y of the norm of h_d but for its divisor. */
function projected(slice: WalkSlice, rows: WalkRows, layer: number, y: Float64Array) {
  const { norm, width, depth } = slice;
  if (norm === 'none') return { projection: y, logDivisor: 0 };
  const made = read(rows.preActivations, depth + 1 + layer, rows, width);
  const along = dot(y, made) / width;
  const mean = norm === 'layer' ? sumOf(y) / width : 0;
  const projection = y.map((value, i) => value - along * (made[i] ?? 0) - mean);
  return { projection, logDivisor: rows.logScales[depth + 2 + layer] ?? 0 };
}

/** One layer backwards, delta being dE/dh in a residual network and else dE/da; as `blockForward`. */
export function blockBackward(
  slice: WalkSlice,
  rows: WalkRows,
  walk: number,
  step: number,
  multiply: MatrixProduct,
): readonly [number, number] {
  const { residual, width, depth } = slice;
  const network = slice.sharedNetwork ? 0 : walk;
  const landing = depth - step;
  const before = read(rows.vector, 0, rows, width);
  let delta: Float64Array = before;
  let [logDivisor, least] = [0, 0];
  if (step === 0) delta = drawVector(slice, 'deltas', 0, walk);
  else {
    const slopes = residual > 0 ? slopesOf(slice, rows, landing + 1) : null;
    const into = slopes ? before.map((x, i) => x * (slopes[i] ?? 0)) : before;
    const back = multiply(sourceLayer(slice, landing + 1), network, into, true);
    const found = projected(slice, rows, landing, back);
    if (residual > 0) {
      const reach = residual * scaleOf(-found.logDivisor);
      delta = found.projection.map((value, i) => (before[i] ?? 0) + reach * value);
    } else {
      const own = slopesOf(slice, rows, landing);
      delta = found.projection.map((value, i) => value * (own[i] ?? 0));
      // Where the norm takes off all that f' passes on, rounding is left.
      const whole = back.map((value, i) => value * (own[i] ?? 0));
      if (slice.norm !== 'none') least = leastLeft * dot(whole, whole);
      logDivisor = found.logDivisor;
    }
  }
  const square = dot(delta, delta);
  const isAlive = square > least && logDivisor < noDivisor;
  const norm = Math.sqrt(square / width);
  rows.vector.set(delta.map((x) => (isAlive ? x / norm : 0)));
  let reached = 1;
  if (residual > 0 && landing > 0) {
    const slopes = slopesOf(slice, rows, landing);
    reached = delta.reduce((sum, x, i) => sum + (x * (slopes[i] ?? 0)) ** 2, 0) / square;
  }
  return [
    isAlive ? 2 * (Math.log(norm) - logDivisor) : deadIncrement,
    reached > 0 ? Math.log(reached) : deadIncrement,
  ];
}
