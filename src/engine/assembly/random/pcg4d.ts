import { number } from '#engine/assembly/math/numbers.ts';

/** Where the words of the last four counters stand, 16 bytes a word: x of all four, then y, z, w. */
export const words: usize = memory.data(64, 16);

export const multiplier: i32 = 1664525;
const table: usize = memory.data<u32>([1664525, 1013904223], 16);

/** A word of the counter as the hash begins with it.
 * @inline */
export function scrambled(v: v128): v128 {
  return i32x4.add(i32x4.mul(v, number(table, 0)), number(table, 1));
}

/** @inline */
function folded(v: v128): v128 {
  return v128.xor(v, i32x4.shr_u(v, 16));
}

/**
 * The pcg4d hash of four counters side by side, to `words`: the integers of random/pcg4d.ts. Takes the words of the
 * counters `scrambled`.
 * @inline
 */
export function pcg4d(x: v128, y: v128, z: v128, w: v128): void {
  x = i32x4.add(x, i32x4.mul(y, w));
  y = i32x4.add(y, i32x4.mul(z, x));
  z = i32x4.add(z, i32x4.mul(x, y));
  w = i32x4.add(w, i32x4.mul(y, z));
  x = folded(x);
  y = folded(y);
  z = folded(z);
  w = folded(w);
  x = i32x4.add(x, i32x4.mul(y, w));
  y = i32x4.add(y, i32x4.mul(z, x));
  z = i32x4.add(z, i32x4.mul(x, y));
  w = i32x4.add(w, i32x4.mul(y, z));
  v128.store(words, x);
  v128.store(words, y, 16);
  v128.store(words, z, 32);
  v128.store(words, w, 48);
}
