import { words } from '#engine/assembly/random/pcg4d.ts';

const rounds = 10;

/** Philox4x32 of four counters (a, b, c, 0) side by side under the key (key, 0), to `words`: random/philox4x32.ts. */
export function philox4x32(a: v128, b: v128, c: v128, key: v128): void {
  let x = a;
  let y = b;
  let z = c;
  let w = i32x4.splat(0);
  let k0 = key;
  let k1 = i32x4.splat(0);
  const by0 = i32x4.splat(0xd2511f53);
  const by1 = i32x4.splat(0xcd9e8d57);
  for (let round = 0; round < rounds; round++) {
    // 64-bit products of lanes 0 and 1, then of 2 and 3.
    const xLow = i64x2.extmul_low_i32x4_u(x, by0);
    const xHigh = i64x2.extmul_high_i32x4_u(x, by0);
    const zLow = i64x2.extmul_low_i32x4_u(z, by1);
    const zHigh = i64x2.extmul_high_i32x4_u(z, by1);
    x = v128.xor(v128.xor(v128.shuffle<i32>(zLow, zHigh, 1, 3, 5, 7), y), k0);
    z = v128.xor(v128.xor(v128.shuffle<i32>(xLow, xHigh, 1, 3, 5, 7), w), k1);
    y = v128.shuffle<i32>(zLow, zHigh, 0, 2, 4, 6);
    w = v128.shuffle<i32>(xLow, xHigh, 0, 2, 4, 6);
    k0 = i32x4.add(k0, i32x4.splat(0x9e3779b9));
    k1 = i32x4.add(k1, i32x4.splat(0xbb67ae85));
  }
  v128.store(words, x);
  v128.store(words, y, 16);
  v128.store(words, z, 32);
  v128.store(words, w, 48);
}
