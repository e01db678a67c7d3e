import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { words } from '#engine/assembly/random/pcg4d.ts';

/** Bits of sqrt(1/2): numbers are taken apart so that the rest lies between it and its double. */
const rootHalf: i32 = 0x3f3504f3;
const fraction: i32 = 0x7fffff;
const twiceLn2: f32 = 1.3862943611198906;
/** Half a quarter turn, in radians, by 2^31. */
const unit: f32 = 3.6572951981e-10;

/**
 * sqrt(-2 ln u) of u = (k + 1/2)/2^24, k being the upper 24 bits of a word. ln(1 + f) is f P(f), fitted on
 * sqrt(1/2) <= 1 + f < sqrt(2) to a relative error of 3e-8.
 * @inline
 */
function radius(word: v128): v128 {
  const u = f32x4.add(f32x4.convert_i32x4_s(i32x4.shr_u(word, 8)), f32x4.splat(0.5));
  const bits = i32x4.sub(u, i32x4.splat(rootHalf));
  const halvings = i32x4.sub(i32x4.splat(24), i32x4.shr_s(bits, 23));
  const rest = i32x4.add(v128.and(bits, i32x4.splat(fraction)), i32x4.splat(rootHalf));
  const f = f32x4.sub(rest, f32x4.splat(1));
  let p = multiplyAdd(f, f32x4.splat(-0.174696746), f32x4.splat(0.28615041));
  p = multiplyAdd(f, p, f32x4.splat(-0.298359502));
  p = multiplyAdd(f, p, f32x4.splat(0.331410168));
  p = multiplyAdd(f, p, f32x4.splat(-0.39924144));
  p = multiplyAdd(f, p, f32x4.splat(0.500035104));
  p = multiplyAdd(f, p, f32x4.splat(-0.666679004));
  p = multiplyAdd(f, p, f32x4.splat(0.999999832));
  p = multiplyAdd(f, p, f32x4.splat(-2));
  const whole = f32x4.mul(f32x4.convert_i32x4_s(halvings), f32x4.splat(twiceLn2));
  return f32x4.sqrt(multiplyAdd(f, p, whole));
}

/**
 * Two numbers by Box and Muller 1958, radius times cosine and sine, into the places of the words they are made of: the
 * lower 30 bits of the second are an angle within +-pi/4, its two upper ones swap and negate.
 * @inline
 */
function gaussianPair(at: usize): void {
  const word = v128.load(at, 16);
  const r = v128.xor(radius(v128.load(at)), v128.and(word, i32x4.splat(0x80000000)));
  const centred = v128.xor(i32x4.shl(word, 2), i32x4.splat(0x80000000));
  const angle = f32x4.mul(f32x4.convert_i32x4_s(centred), f32x4.splat(unit));
  const q = f32x4.mul(angle, angle);
  let sine = multiplyAdd(q, f32x4.splat(-0.000195172987), f32x4.splat(0.00833217814));
  sine = multiplyAdd(q, sine, f32x4.splat(-0.166666549));
  sine = multiplyAdd(f32x4.mul(angle, q), sine, angle);
  let cosine = multiplyAdd(q, f32x4.splat(-0.00135978229), f32x4.splat(0.0416562946));
  cosine = multiplyAdd(q, cosine, f32x4.splat(-0.499998948));
  cosine = multiplyAdd(q, cosine, f32x4.splat(1));
  const swapped = i32x4.shr_s(i32x4.shl(word, 1), 31);
  const exchanged = v128.and(v128.xor(sine, cosine), swapped);
  v128.store(at, f32x4.mul(r, v128.xor(cosine, exchanged)));
  v128.store(at, f32x4.mul(r, v128.xor(sine, exchanged)), 16);
}

/** Makes the four words at `words` four normal numbers, those of random/gaussianQuad.ts.
 * @inline */
export function gaussianQuads(): void {
  gaussianPair(words);
  gaussianPair(words + 32);
}
