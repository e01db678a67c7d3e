import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { number } from '#engine/assembly/math/numbers.ts';
import { gaussianQuads } from '#engine/assembly/random/gaussian.ts';
import { words } from '#engine/assembly/random/pcg4d.ts';

/** Places in `weightLawNames`. */
export const gaussianLaw = 0;
export const uniformLaw = 1;
export const orthogonalLaw = 2;
export const signLaw = 3;

/** sqrt(3)/2^23, and the middle of the lowest step above -sqrt(3). */
const uniformTable: usize = memory.data<f32>([2.0647654e-7, -1.7320507], 16);

/** @inline */
function uniform(at: usize): void {
  const k = f32x4.convert_i32x4_s(i32x4.shr_u(v128.load(at), 8));
  v128.store(at, multiplyAdd(k, number(uniformTable, 0), number(uniformTable, 1)));
}

/** 1 with the word's sign.
 * @inline */
function sign(at: usize): void {
  const negative = v128.and(v128.load(at), i32x4.splat(0x80000000));
  v128.store(at, v128.or(negative, f32x4.splat(1)));
}

/** Makes the four words at `words` four entries of mean 0 and variance 1, those of random/weightQuad.ts.
 * @inline */
export function weightQuads(law: i32): void {
  if (law === uniformLaw) {
    uniform(words);
    uniform(words + 16);
    uniform(words + 32);
    uniform(words + 48);
  } else if (law === signLaw) {
    sign(words);
    sign(words + 16);
    sign(words + 32);
    sign(words + 48);
  } else gaussianQuads();
}
