import { multiplier, pcg4d, scrambled } from '#engine/assembly/random/pcg4d.ts';
import { philox4x32 } from '#engine/assembly/random/philox4x32.ts';

/** Places in `generatorNames`. */
export const pcg4dGenerator = 0;
export const philoxGenerator = 1;

/** A word of four counters as a generator takes it.
 * @inline */
export function counterWord(generator: i32, word: v128): v128 {
  return generator === philoxGenerator ? word : scrambled(word);
}

/** What is added to a `counterWord` for a word that is larger by `step`.
 * @inline */
export function counterStep(generator: i32, step: i32): v128 {
  return i32x4.splat(generator === philoxGenerator ? step : step * multiplier);
}

/** Four words of each of four counters, to `words`; the last is the stream's key.
 * @inline */
export function generate(generator: i32, a: v128, b: v128, c: v128, key: v128): void {
  if (generator === philoxGenerator) philox4x32(a, b, c, key);
  else pcg4d(a, b, c, key);
}
