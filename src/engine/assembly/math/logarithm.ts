import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { number } from '#engine/assembly/math/numbers.ts';

/** Bits of sqrt(1/2), between which and its double a number's rest lies; bits of a fraction. */
const bitTable: usize = memory.data<u32>([0x3f3504f3, 0x7fffff], 16);
/** (ln(1 + f) - f)/f^2 on sqrt(1/2) <= 1 + f < sqrt(2), highest power first, fitted so that ln is right to 3e-8 of its value; then ln 2, 1. */
const table: usize = memory.data<f32>(
  [
    0.0873483732, -0.143075205, 0.149179751, -0.165705084, 0.19962072, -0.250017552, 0.333339502,
    -0.499999916, 0.6931471805599453, 1,
  ],
  16,
);

/** ln x of normal numbers above 0. */
export function logarithm(x: v128): v128 {
  const bits = i32x4.sub(x, number(bitTable, 0));
  const doublings = f32x4.convert_i32x4_s(i32x4.shr_s(bits, 23));
  const rest = i32x4.add(v128.and(bits, number(bitTable, 1)), number(bitTable, 0));
  const f = f32x4.sub(rest, number(table, 9));
  let p = number(table, 0);
  for (let k = 1; k < 8; k++) p = multiplyAdd(f, p, number(table, k));
  const fraction = multiplyAdd(f32x4.mul(f, f), p, f);
  return multiplyAdd(doublings, number(table, 8), fraction);
}
