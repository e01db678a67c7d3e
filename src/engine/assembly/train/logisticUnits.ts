import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import {
  all,
  expm1Near,
  exponential,
  one,
  powerOfExponent,
  restOfExponent,
  shiftedExponent,
  withinExponent,
} from '#engine/assembly/train/exponentialParts.ts';
import { largestOf, ordinals } from '#engine/assembly/train/ordinal.ts';

const minusTwo = memory.data<f32>([-2]);
const four = memory.data<f32>([4]);
const sign = memory.data<u32>([0x80000000]);
/** SELU's constants (Klambauer et al. 2017). */
const lambda = memory.data<f32>([1.0507009873554805]);
const lambdaAlpha = memory.data<f32>([1.0507009873554805 * 1.6732632423543772]);

// f and f' of a layer's entries: pre-activations at `at` become activations, slopes are written at `slopes`. Each returns the
// largest ordinal of the pre-activations, by which a number that is not finite is found.

/** tanh a = -t / (2 + t) with t = e^(-2 |a|) - 1, and the sign of a: right relatively near 0 as far out. */
export function tanh(at: usize, slopes: usize, bytes: i32): i32 {
  let largest = i32x4.splat(0);
  for (let end = at + bytes; at < end; at += 16, slopes += 16) {
    const a = v128.load(at);
    largest = i32x4.max_s(largest, ordinals(a));
    const t = withinExponent(f32x4.mul(f32x4.abs(a), all(minusTwo)));
    const shifted = shiftedExponent(t);
    const power = powerOfExponent(shifted);
    const product = f32x4.mul(expm1Near(restOfExponent(t, shifted)), power);
    const gone = f32x4.sub(f32x4.sub(all(one), power), product);
    const e = f32x4.add(power, product);
    const share = f32x4.div(all(one), f32x4.add(e, all(one)));
    const minus = v128.and(a, all(sign));
    v128.store(at, v128.or(f32x4.mul(gone, share), minus));
    v128.store(slopes, f32x4.mul(f32x4.mul(all(four), e), f32x4.mul(share, share)));
  }
  return largestOf(largest);
}

/** 1 / (1 + e^-a). */
export function sigmoid(at: usize, slopes: usize, bytes: i32): i32 {
  let largest = i32x4.splat(0);
  for (let end = at + bytes; at < end; at += 16, slopes += 16) {
    const a = v128.load(at);
    largest = i32x4.max_s(largest, ordinals(a));
    const e = exponential(withinExponent(f32x4.neg(f32x4.abs(a))));
    const share = f32x4.div(all(one), f32x4.add(e, all(one)));
    const rest = f32x4.mul(e, share);
    v128.store(at, v128.bitselect(share, rest, f32x4.ge(a, f32x4.splat(0))));
    v128.store(slopes, f32x4.mul(rest, share));
  }
  return largestOf(largest);
}

/** a / (1 + e^-a). */
export function swish(at: usize, slopes: usize, bytes: i32): i32 {
  let largest = i32x4.splat(0);
  for (let end = at + bytes; at < end; at += 16, slopes += 16) {
    const a = v128.load(at);
    largest = i32x4.max_s(largest, ordinals(a));
    const e = exponential(withinExponent(f32x4.neg(f32x4.abs(a))));
    const share = f32x4.div(all(one), f32x4.add(e, all(one)));
    const rest = f32x4.mul(e, share);
    const logistic = v128.bitselect(share, rest, f32x4.ge(a, f32x4.splat(0)));
    v128.store(at, f32x4.mul(a, logistic));
    v128.store(slopes, multiplyAdd(a, f32x4.mul(rest, share), logistic));
  }
  return largestOf(largest);
}

/** lambda a, and lambda alpha (e^a - 1) below 0 */
export function selu(at: usize, slopes: usize, bytes: i32): i32 {
  let largest = i32x4.splat(0);
  for (let end = at + bytes; at < end; at += 16, slopes += 16) {
    const a = v128.load(at);
    largest = i32x4.max_s(largest, ordinals(a));
    const t = withinExponent(f32x4.pmin(a, f32x4.splat(0)));
    const shifted = shiftedExponent(t);
    const power = powerOfExponent(shifted);
    const product = f32x4.mul(expm1Near(restOfExponent(t, shifted)), power);
    const gained = f32x4.add(product, f32x4.sub(power, all(one)));
    const isPositive = f32x4.gt(a, f32x4.splat(0));
    const above = all(lambda);
    const below = all(lambdaAlpha);
    v128.store(at, v128.bitselect(f32x4.mul(above, a), f32x4.mul(below, gained), isPositive));
    v128.store(slopes, v128.bitselect(above, f32x4.mul(below, f32x4.add(power, product)), isPositive));
  }
  return largestOf(largest);
}
