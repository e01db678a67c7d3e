import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';

/** Adds to what is there, or writes over it. @inline */
function put(to: usize, value: v128, adds: bool): void {
  v128.store(to, adds ? f32x4.add(v128.load(to), value) : value);
}

/**
 * The gradient by a matrix, a sum over samples of x_j delta_i, times `scale`: from signals [inner, rows, 8] and deltas [outer, rows, 8] to
 * [outer, 8 inner, 8]. A block of 4 x 8 of its entries stays in registers. `adds`: to what stands there.
 */
export function sumProducts(
  x: usize,
  rows: i32,
  inner: i32,
  delta: usize,
  outer: i32,
  scale: f32,
  to: usize,
  adds: bool,
): void {
  const panel = rows << 5;
  const factor = f32x4.splat(scale);
  for (let p = 0; p < outer; p++) {
    for (let half = 0; half < inner << 1; half++) {
      let s00 = f32x4.splat(0);
      let s01 = s00;
      let s10 = s00;
      let s11 = s00;
      let s20 = s00;
      let s21 = s00;
      let s30 = s00;
      let s31 = s00;
      let from = x + (half >> 1) * panel + ((half & 1) << 4);
      for (let at = delta; at < delta + panel; at += 32) {
        const d0 = v128.load(at);
        const d1 = v128.load(at, 16);
        const x0 = v128.load32_splat(from);
        s00 = multiplyAdd(x0, d0, s00);
        s01 = multiplyAdd(x0, d1, s01);
        const x1 = v128.load32_splat(from, 4);
        s10 = multiplyAdd(x1, d0, s10);
        s11 = multiplyAdd(x1, d1, s11);
        const x2 = v128.load32_splat(from, 8);
        s20 = multiplyAdd(x2, d0, s20);
        s21 = multiplyAdd(x2, d1, s21);
        const x3 = v128.load32_splat(from, 12);
        s30 = multiplyAdd(x3, d0, s30);
        s31 = multiplyAdd(x3, d1, s31);
        from += 32;
      }
      put(to, f32x4.mul(s00, factor), adds);
      put(to + 16, f32x4.mul(s01, factor), adds);
      put(to + 32, f32x4.mul(s10, factor), adds);
      put(to + 48, f32x4.mul(s11, factor), adds);
      put(to + 64, f32x4.mul(s20, factor), adds);
      put(to + 80, f32x4.mul(s21, factor), adds);
      put(to + 96, f32x4.mul(s30, factor), adds);
      put(to + 112, f32x4.mul(s31, factor), adds);
      to += 128;
    }
    delta += panel;
  }
}

/** The gradient by biases: deltas [outer, rows, 8] summed over samples, times `scale`, to [outer, 8]. */
export function sumDeltas(delta: usize, rows: i32, outer: i32, scale: f32, to: usize, adds: bool): void {
  const panel = rows << 5;
  const factor = f32x4.splat(scale);
  for (let p = 0; p < outer; p++) {
    let s0 = f32x4.splat(0);
    let s1 = s0;
    for (let at = delta; at < delta + panel; at += 32) {
      s0 = f32x4.add(s0, v128.load(at));
      s1 = f32x4.add(s1, v128.load(at, 16));
    }
    put(to, f32x4.mul(s0, factor), adds);
    put(to + 16, f32x4.mul(s1, factor), adds);
    delta += panel;
    to += 32;
  }
}
