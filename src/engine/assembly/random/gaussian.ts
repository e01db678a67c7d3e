import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { number } from '#engine/assembly/math/numbers.ts';
import { words } from '#engine/assembly/random/pcg4d.ts';

/** 0: bits of sqrt(1/2), between which and its double a number's rest lies; 1: bits of a fraction; 2: sign; 3: binary places of u. */
const bitTable: usize = memory.data<u32>([0x3f3504f3, 0x7fffff, 0x80000000, 24], 16);
/** -2 ln(1 + f) = f P(f), fitted on sqrt(1/2) <= 1 + f < sqrt(2) to a relative error of 3e-8: highest power first; then 2 ln 2, 1/2, 1. */
const logTable: usize = memory.data<f32>(
  [
    -0.174696746, 0.28615041, -0.298359502, 0.331410168, -0.39924144, 0.500035104, -0.666679004, 0.999999832,
    -2, 1.3862943611198906, 0.5, 1,
  ],
  16,
);
/** Half a quarter turn by 2^31; sine, fitted on +-pi/4 to 4e-9, cosine to 3e-8, highest power first. */
const turnTable: usize = memory.data<f32>(
  [
    3.6572951981e-10, -0.000195172987, 0.00833217814, -0.166666549, -0.00135978229, 0.0416562946,
    -0.499998948, 1,
  ],
  16,
);

/** sqrt(-2 ln u) of u = (k + 1/2)/2^24, k being the upper 24 bits of a word.
 * @inline */
function radius(word: v128): v128 {
  const u = f32x4.add(f32x4.convert_i32x4_s(i32x4.shr_u(word, 8)), number(logTable, 10));
  const bits = i32x4.sub(u, number(bitTable, 0));
  const halvings = i32x4.sub(number(bitTable, 3), i32x4.shr_s(bits, 23));
  const rest = i32x4.add(v128.and(bits, number(bitTable, 1)), number(bitTable, 0));
  const f = f32x4.sub(rest, number(logTable, 11));
  let p = multiplyAdd(f, number(logTable, 0), number(logTable, 1));
  p = multiplyAdd(f, p, number(logTable, 2));
  p = multiplyAdd(f, p, number(logTable, 3));
  p = multiplyAdd(f, p, number(logTable, 4));
  p = multiplyAdd(f, p, number(logTable, 5));
  p = multiplyAdd(f, p, number(logTable, 6));
  p = multiplyAdd(f, p, number(logTable, 7));
  p = multiplyAdd(f, p, number(logTable, 8));
  const whole = f32x4.mul(f32x4.convert_i32x4_s(halvings), number(logTable, 9));
  return f32x4.sqrt(multiplyAdd(f, p, whole));
}

/**
 * Two numbers by Box and Muller 1958, radius times cosine and sine, into the places of the words they are made of: the
 * lower 30 bits of the second are an angle within +-pi/4, its two upper ones negate and swap.
 * @inline
 */
export function gaussianPair(at: usize): void {
  const word = v128.load(at, 16);
  const r = v128.xor(radius(v128.load(at)), v128.and(word, number(bitTable, 2)));
  const centred = v128.xor(i32x4.shl(word, 2), number(bitTable, 2));
  const angle = f32x4.mul(f32x4.convert_i32x4_s(centred), number(turnTable, 0));
  const q = f32x4.mul(angle, angle);
  let sine = multiplyAdd(q, number(turnTable, 1), number(turnTable, 2));
  sine = multiplyAdd(q, sine, number(turnTable, 3));
  sine = multiplyAdd(f32x4.mul(angle, q), sine, angle);
  let cosine = multiplyAdd(q, number(turnTable, 4), number(turnTable, 5));
  cosine = multiplyAdd(q, cosine, number(turnTable, 6));
  cosine = multiplyAdd(q, cosine, number(turnTable, 7));
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
