import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';

/**
 * y = x W + b for all samples: signals are panels of 8 units, [panels, rows, 8], matrices panels of 8 columns,
 * [outer, 8 inner, 8], biases [outer, 8]. `rows` is a multiple of 4, `inner` and `outer` count panels. A block of 4 samples and 8 units stays
 * in registers: 8 sums and two quads of W of the 16 that there are.
 */
export function multiply(
  x: usize,
  rows: i32,
  inner: i32,
  matrix: usize,
  bias: usize,
  y: usize,
  outer: i32,
): void {
  const panel = rows << 5;
  for (let p = 0; p < outer; p++) {
    const b0 = v128.load(bias);
    const b1 = v128.load(bias, 16);
    for (let row = 0; row < panel; row += 128) {
      let s00 = b0;
      let s01 = b1;
      let s10 = b0;
      let s11 = b1;
      let s20 = b0;
      let s21 = b1;
      let s30 = b0;
      let s31 = b1;
      let from = x + row;
      let w = matrix;
      for (let q = 0; q < inner; q++) {
        for (let at = from; at < from + 32; at += 4) {
          const w0 = v128.load(w);
          const w1 = v128.load(w, 16);
          const x0 = v128.load32_splat(at);
          s00 = multiplyAdd(x0, w0, s00);
          s01 = multiplyAdd(x0, w1, s01);
          const x1 = v128.load32_splat(at, 32);
          s10 = multiplyAdd(x1, w0, s10);
          s11 = multiplyAdd(x1, w1, s11);
          const x2 = v128.load32_splat(at, 64);
          s20 = multiplyAdd(x2, w0, s20);
          s21 = multiplyAdd(x2, w1, s21);
          const x3 = v128.load32_splat(at, 96);
          s30 = multiplyAdd(x3, w0, s30);
          s31 = multiplyAdd(x3, w1, s31);
          w += 32;
        }
        from += panel;
      }
      const to = y + row;
      v128.store(to, s00);
      v128.store(to, s01, 16);
      v128.store(to, s10, 32);
      v128.store(to, s11, 48);
      v128.store(to, s20, 64);
      v128.store(to, s21, 80);
      v128.store(to, s30, 96);
      v128.store(to, s31, 112);
    }
    matrix += inner << 8;
    bias += 32;
    y += panel;
  }
}
