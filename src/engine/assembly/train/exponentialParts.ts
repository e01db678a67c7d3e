import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';

// An engine makes three instructions of a constant vector and one of a number that is loaded to all lanes, so numbers lie in memory.
const perLn2 = memory.data<f32>([Mathf.LOG2E]);
/** 1.5 * 2^23: what is added to it is rounded to a whole number, which its last bits then are. */
const rounding = memory.data<f32>([12582912]);
/** ln 2 in two parts; the first has few enough bits that its product with a whole number is exact. */
const minusLn2 = memory.data<f32>([-0.693359375]);
const minusLn2Rest = memory.data<f32>([2.1219444005469057e-4]);
export const one = memory.data<f32>([1]);
const least = memory.data<f32>([-87]);
export const half = memory.data<f32>([0.5]);
const inverse6 = memory.data<f32>([1.0 / 6.0]);
const inverse24 = memory.data<f32>([1.0 / 24.0]);
const inverse120 = memory.data<f32>([1.0 / 120.0]);
const inverse720 = memory.data<f32>([1.0 / 720.0]);
const inverse5040 = memory.data<f32>([1.0 / 5040.0]);

/** A number of memory in all four lanes. @inline */
export function all(number: usize): v128 {
  return v128.load32_splat(number);
}

/** Below it 2^n would leave the normal numbers of float32. @inline */
export function withinExponent(t: v128): v128 {
  return f32x4.pmax(t, all(least));
}

/** n = t / ln 2 to the next whole number, as the last bits of its sum with 1.5 * 2^23; -87 <= t <= 0. @inline */
export function shiftedExponent(t: v128): v128 {
  return multiplyAdd(t, all(perLn2), all(rounding));
}

/** t - n ln 2, within +-ln(2) / 2. @inline */
export function restOfExponent(t: v128, shifted: v128): v128 {
  const n = f32x4.sub(shifted, all(rounding));
  return multiplyAdd(n, all(minusLn2Rest), multiplyAdd(n, all(minusLn2), t));
}

/** 2^n. @inline */
export function powerOfExponent(shifted: v128): v128 {
  return i32x4.add(i32x4.shl(shifted, 23), all(one));
}

/** e^r - 1 for |r| <= ln(2) / 2, by Taylor's series: what is left out is 2e-8 of it. @inline */
export function expm1Near(r: v128): v128 {
  let sum = multiplyAdd(r, all(inverse5040), all(inverse720));
  sum = multiplyAdd(sum, r, all(inverse120));
  sum = multiplyAdd(sum, r, all(inverse24));
  sum = multiplyAdd(sum, r, all(inverse6));
  sum = multiplyAdd(sum, r, all(half));
  return multiplyAdd(f32x4.mul(sum, r), r, r);
}

/** e^t for -87 <= t <= 0. @inline */
export function exponential(t: v128): v128 {
  const shifted = shiftedExponent(t);
  const power = powerOfExponent(shifted);
  return multiplyAdd(expm1Near(restOfExponent(t, shifted)), power, power);
}
