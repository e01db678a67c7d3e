import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { number } from '#engine/assembly/math/numbers.ts';

/** log2 e; ln 2 in two parts, negative; then (e^r - 1 - r)/r^2 of |r| <= ln 2/2, the highest power first, fitted to 2e-8; bounds of t. */
const table: usize = memory.data<f32>(
  [
    1.4426950408889634, -0.693359375, 2.1219444005469057e-4, 1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3,
    4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1, -87, 88,
  ],
  16,
);

/** e^t, t being clamped to -87..88, where float32 has an answer. */
export function exponential(t: v128): v128 {
  const x = f32x4.max(f32x4.min(t, number(table, 10)), number(table, 9));
  const whole = f32x4.nearest(f32x4.mul(x, number(table, 0)));
  let r = multiplyAdd(whole, number(table, 1), x);
  r = multiplyAdd(whole, number(table, 2), r);
  let p = multiplyAdd(r, number(table, 3), number(table, 4));
  p = multiplyAdd(r, p, number(table, 5));
  p = multiplyAdd(r, p, number(table, 6));
  p = multiplyAdd(r, p, number(table, 7));
  p = multiplyAdd(r, p, number(table, 8));
  p = f32x4.add(multiplyAdd(f32x4.mul(r, r), p, r), f32x4.splat(1));
  return i32x4.add(p, i32x4.shl(i32x4.trunc_sat_f32x4_s(whole), 23));
}
