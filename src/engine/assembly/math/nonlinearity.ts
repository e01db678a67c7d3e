import { exponential } from '#engine/assembly/math/exponential.ts';
import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { errorOver, normalDistribution } from '#engine/assembly/math/normalDistribution.ts';

/** Places in `nonlinearityNames`. */
const linear = 0;
const relu = 1;
const leaky = 2;
const tanh = 3;
const sigmoid = 4;
const erf = 5;
const selu = 6;
const gelu = 7;

const leakySlope: f32 = 0.01;
const seluLambda: f32 = 1.0507009873554805;
const seluAlpha: f32 = 1.6732632423543772;

/** @inline */
function clamped(t: v128, limit: f32): v128 {
  return f32x4.max(f32x4.splat(-limit), f32x4.min(t, f32x4.splat(limit)));
}

/** e^-|t|.
 * @inline */
function decay(t: v128): v128 {
  return exponential(f32x4.neg(f32x4.abs(t)));
}

/** 1/(1 + e^-t). */
function logistic(t: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(clamped(t, 80)))));
}

/** (e^t - 1)/t. */
function exponentialRise(t: v128): v128 {
  let series = multiplyAdd(t, f32x4.splat(0.0083333333), f32x4.splat(0.041666667));
  series = multiplyAdd(t, series, f32x4.splat(0.16666667));
  series = multiplyAdd(t, series, f32x4.splat(0.5));
  series = multiplyAdd(t, series, f32x4.splat(1));
  const far = f32x4.div(f32x4.sub(exponential(t), f32x4.splat(1)), t);
  return v128.bitselect(series, far, f32x4.lt(f32x4.abs(t), f32x4.splat(0.1)));
}

/** tanh(t)/s, which is x tanh(t)/t. */
function scaledTanh(x: v128, s: v128, t: v128): v128 {
  const one = f32x4.splat(1);
  const e = decay(f32x4.add(t, t));
  const far = f32x4.div(f32x4.sub(one, e), f32x4.mul(f32x4.add(one, e), s));
  const signed = v128.bitselect(t, far, i32x4.splat(0x80000000));
  const q = f32x4.mul(t, t);
  let series = multiplyAdd(q, f32x4.splat(0.021869489), f32x4.splat(-0.053968254));
  series = multiplyAdd(q, series, f32x4.splat(0.13333333));
  series = multiplyAdd(q, series, f32x4.splat(-0.33333333));
  series = multiplyAdd(q, series, one);
  return v128.bitselect(f32x4.mul(x, series), signed, f32x4.lt(f32x4.abs(t), f32x4.splat(0.1)));
}

/** e/(1 + e)^2. */
function bell(e: v128): v128 {
  const whole = f32x4.add(f32x4.splat(1), e);
  return f32x4.div(e, f32x4.mul(whole, whole));
}

/**
 * f(s x)/s of a nonlinearity by its place in `nonlinearityNames`: with x of order 1 nothing overflows or vanishes in
 * float32 (docs/MODEL.md, "Scales"). Near 0 and far out the forms are those of kernels/walkSlice/scaledNonlinearityWgsl.ts.
 */
export function scaledValue(kind: i32, x: v128, s: v128): v128 {
  const zero = f32x4.splat(0);
  if (kind === linear) return x;
  if (kind === relu) return f32x4.max(x, zero);
  if (kind === leaky) {
    return v128.bitselect(x, f32x4.mul(f32x4.splat(leakySlope), x), f32x4.gt(x, zero));
  }
  const t = clamped(f32x4.mul(s, x), 1e30);
  if (kind === tanh) return scaledTanh(x, s, t);
  if (kind === sigmoid) return f32x4.div(logistic(t), s);
  if (kind === erf) return f32x4.mul(x, errorOver(t));
  if (kind === selu) {
    const below = f32x4.mul(f32x4.mul(f32x4.splat(seluAlpha), x), exponentialRise(f32x4.min(t, zero)));
    return f32x4.mul(f32x4.splat(seluLambda), v128.bitselect(x, below, f32x4.gt(t, zero)));
  }
  return f32x4.mul(x, kind === gelu ? normalDistribution(t) : logistic(t));
}

/** f'(s x). */
export function scaledSlope(kind: i32, x: v128, s: v128): v128 {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  if (kind === linear) return one;
  if (kind === relu) return v128.bitselect(one, zero, f32x4.gt(x, zero));
  if (kind === leaky) return v128.bitselect(one, f32x4.splat(leakySlope), f32x4.gt(x, zero));
  const t = clamped(f32x4.mul(s, x), 1e15);
  if (kind === tanh) return f32x4.mul(f32x4.splat(4), bell(decay(f32x4.add(t, t))));
  if (kind === sigmoid) return bell(decay(t));
  if (kind === erf) return f32x4.mul(f32x4.splat(1.1283792), exponential(f32x4.neg(f32x4.mul(t, t))));
  if (kind === selu) {
    const below = f32x4.mul(f32x4.splat(seluAlpha), exponential(f32x4.min(t, zero)));
    return f32x4.mul(f32x4.splat(seluLambda), v128.bitselect(one, below, f32x4.gt(t, zero)));
  }
  if (kind === gelu) {
    const near = clamped(t, 12);
    const density = exponential(f32x4.mul(f32x4.splat(-0.5), f32x4.mul(near, near)));
    return multiplyAdd(near, f32x4.mul(f32x4.splat(0.39894228), density), normalDistribution(t));
  }
  const share = logistic(t);
  return f32x4.mul(share, multiplyAdd(clamped(t, 80), f32x4.sub(one, share), one));
}
