import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import {
  all,
  expm1Near,
  half,
  one,
  powerOfExponent,
  restOfExponent,
  shiftedExponent,
} from '#engine/assembly/train/exponentialParts.ts';
import { largestOf, ordinals } from '#engine/assembly/train/ordinal.ts';

/** e^(z^2) erfc z over k = 1 / (1 + z / 2) for 0 <= z <= 9.3, a polynomial in 2.4255 k - 1.4255, which goes from -1 to 1: the best of its degree in relative
 * error, 2e-8, by Lawson's weights. */
const tail = memory.data<f32>([
  0.5754572151, 0.324915842, 0.1000730788, 0.005525580398, -0.005926241813, -5.548053215e-4, 5.501638881e-4,
  2.990936179e-6, -4.872024557e-5, 4.879247654e-6,
]);
const stretch = memory.data<f32>([2.425531914893617]);
const shift = memory.data<f32>([-1.4255319148936172]);
/** erf(z) / z as a polynomial in z^2 <= 1, found likewise, 1e-9 off. */
const near = memory.data<f32>([
  1.128379165727, -0.376126258241, 0.112835851471, -0.0268538118703, 0.005188327562, -8.01019253684e-4,
  7.85385775543e-5,
]);
const farthest = memory.data<f32>([9.3]);
const farthestOfGelu = memory.data<f32>([13.15]);
const highBits = memory.data<u32>([0xfffff000]);
const sign = memory.data<u32>([0x80000000]);
const rootHalf = memory.data<f32>([Mathf.SQRT1_2]);
/** 2 / sqrt(pi), and 1 / sqrt(2 pi). */
const slopeOfErf = memory.data<f32>([1.1283791670955126]);
const densityAtZero = memory.data<f32>([0.3989422804014327]);

/** e^(-share z^2) for exponents down to -87: z is parted, so that the rounding of its square is not multiplied by its size. `share` is a power of 2. @inline */
function decay(z: v128, share: usize): v128 {
  const most = v128.and(z, all(highBits));
  const t = f32x4.neg(f32x4.mul(f32x4.mul(most, most), all(share)));
  const further = f32x4.mul(f32x4.mul(f32x4.sub(most, z), f32x4.add(most, z)), all(share));
  const shifted = shiftedExponent(t);
  const power = powerOfExponent(shifted);
  return multiplyAdd(expm1Near(f32x4.add(restOfExponent(t, shifted), further)), power, power);
}

/** e^(z^2) erfc z for 0 <= z <= 9.3. @inline */
function scaledErfc(z: v128): v128 {
  const k = f32x4.div(all(one), multiplyAdd(all(half), z, all(one)));
  const t = multiplyAdd(all(stretch), k, all(shift));
  let sum = multiplyAdd(all(tail + 36), t, all(tail + 32));
  sum = multiplyAdd(sum, t, all(tail + 28));
  sum = multiplyAdd(sum, t, all(tail + 24));
  sum = multiplyAdd(sum, t, all(tail + 20));
  sum = multiplyAdd(sum, t, all(tail + 16));
  sum = multiplyAdd(sum, t, all(tail + 12));
  sum = multiplyAdd(sum, t, all(tail + 8));
  sum = multiplyAdd(sum, t, all(tail + 4));
  sum = multiplyAdd(sum, t, all(tail));
  return f32x4.mul(sum, k);
}

/** erf(z) / z for q = z^2 <= 1. @inline */
function erfOver(q: v128): v128 {
  let sum = multiplyAdd(all(near + 24), q, all(near + 20));
  sum = multiplyAdd(sum, q, all(near + 16));
  sum = multiplyAdd(sum, q, all(near + 12));
  sum = multiplyAdd(sum, q, all(near + 8));
  sum = multiplyAdd(sum, q, all(near + 4));
  sum = multiplyAdd(sum, q, all(near));
  return sum;
}

// f and f' of a layer's entries: pre-activations at `at` become activations, slopes are written at `slopes`. Each returns the
// largest ordinal of the pre-activations, by which a number that is not finite is found.

/** erf a, by the polynomial near 0 and from its tail elsewhere. */
export function erf(at: usize, slopes: usize, bytes: i32): i32 {
  let largest = i32x4.splat(0);
  for (let end = at + bytes; at < end; at += 16, slopes += 16) {
    const a = v128.load(at);
    largest = i32x4.max_s(largest, ordinals(a));
    const size = f32x4.pmin(f32x4.abs(a), all(farthest));
    const e = decay(size, one);
    const inside = f32x4.mul(a, erfOver(f32x4.mul(a, a)));
    const far = f32x4.sub(all(one), f32x4.mul(e, scaledErfc(size)));
    const signed = v128.or(far, v128.and(a, all(sign)));
    v128.store(at, v128.bitselect(inside, signed, f32x4.lt(size, all(one))));
    v128.store(slopes, f32x4.mul(e, all(slopeOfErf)));
  }
  return largestOf(largest);
}

/** a times the normal distribution function of a, whose left tail is right relatively. */
export function gelu(at: usize, slopes: usize, bytes: i32): i32 {
  let largest = i32x4.splat(0);
  for (let end = at + bytes; at < end; at += 16, slopes += 16) {
    const a = v128.load(at);
    largest = i32x4.max_s(largest, ordinals(a));
    const size = f32x4.pmin(f32x4.abs(a), all(farthestOfGelu));
    const e = decay(size, half);
    const left = f32x4.mul(f32x4.mul(e, all(half)), scaledErfc(f32x4.mul(size, all(rootHalf))));
    const distribution = v128.bitselect(left, f32x4.sub(all(one), left), f32x4.lt(a, f32x4.splat(0)));
    v128.store(at, f32x4.mul(a, distribution));
    v128.store(slopes, multiplyAdd(a, f32x4.mul(e, all(densityAtZero)), distribution));
  }
  return largestOf(largest);
}
