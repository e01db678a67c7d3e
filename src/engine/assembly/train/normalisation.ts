import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { sumOf } from '#engine/assembly/train/lanes.ts';
import { ownUnits } from '#engine/assembly/train/ownUnits.ts';

/** Mean over units of a sample, a row of [panels, stride / 32, 8]. @inline */
function meanOf(x: usize, stride: i32, panels: i32, units: i32): f32 {
  let sum = f32x4.splat(0);
  for (let p = 0; p < panels; p++) {
    sum = f32x4.add(sum, f32x4.add(v128.load(x), v128.load(x, 16)));
    x += stride;
  }
  return sumOf(sum) / <f32>units;
}

/**
 * What a matrix reads of normalised signals h [panels, rows, 8]: less their mean over units (where `isCentred`), over the root of their mean square
 * and `epsilon`. What each sample was multiplied by stays at `factors`, [rows].
 */
export function normalise(
  h: usize,
  rows: i32,
  panels: i32,
  units: i32,
  isCentred: bool,
  epsilon: f32,
  to: usize,
  factors: usize,
): void {
  const stride = rows << 5;
  for (let row = 0; row < rows; row++) {
    const mean = f32x4.splat(isCentred ? meanOf(h, stride, panels, units) : 0);
    let sum = f32x4.splat(0);
    for (let p = 0, at = h, into = to; p < panels; p++, at += stride, into += stride) {
      const a = v128.and(f32x4.sub(v128.load(at), mean), ownUnits(p << 3, units));
      const b = v128.and(f32x4.sub(v128.load(at, 16), mean), ownUnits((p << 3) + 4, units));
      v128.store(into, a);
      v128.store(into, b, 16);
      sum = multiplyAdd(a, a, multiplyAdd(b, b, sum));
    }
    const factor: f32 = <f32>1 / sqrt<f32>(sumOf(sum) / <f32>units + epsilon);
    const scale = f32x4.splat(factor);
    for (let p = 0, into = to; p < panels; p++, into += stride) {
      v128.store(into, f32x4.mul(v128.load(into), scale));
      v128.store(into, f32x4.mul(v128.load(into, 16), scale), 16);
    }
    f32.store(factors, factor);
    factors += 4;
    h += 32;
    to += 32;
  }
}

/**
 * The gradient by h from that by what the matrix read, in place: with x that, x = c r, dE/dh = r (g - mean g - x mean (x g)), where the mean of g
 * goes only if it was taken off h.
 */
export function throughNormalisation(
  gradient: usize,
  rows: i32,
  panels: i32,
  units: i32,
  isCentred: bool,
  x: usize,
  factors: usize,
): void {
  const stride = rows << 5;
  for (let row = 0; row < rows; row++) {
    const mean = f32x4.splat(isCentred ? meanOf(gradient, stride, panels, units) : 0);
    let sum = f32x4.splat(0);
    for (let p = 0, at = gradient, by = x; p < panels; p++, at += stride, by += stride) {
      sum = multiplyAdd(v128.load(at), v128.load(by), multiplyAdd(v128.load(at, 16), v128.load(by, 16), sum));
    }
    const along = f32x4.splat(sumOf(sum) / <f32>units);
    const scale = f32x4.splat(f32.load(factors));
    for (let p = 0, at = gradient, by = x; p < panels; p++, at += stride, by += stride) {
      const a = f32x4.sub(f32x4.sub(v128.load(at), mean), f32x4.mul(v128.load(by), along));
      const b = f32x4.sub(f32x4.sub(v128.load(at, 16), mean), f32x4.mul(v128.load(by, 16), along));
      v128.store(at, v128.and(f32x4.mul(a, scale), ownUnits(p << 3, units)));
      v128.store(at, v128.and(f32x4.mul(b, scale), ownUnits((p << 3) + 4, units)), 16);
    }
    factors += 4;
    gradient += 32;
    x += 32;
  }
}
