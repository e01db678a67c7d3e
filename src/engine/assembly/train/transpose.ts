/** Four quads, a row each, to four that are their columns; `from` and `to` are 32 bytes a row. @inline */
function transposeBlock(from: usize, to: usize): void {
  const a = v128.load(from);
  const b = v128.load(from, 32);
  const c = v128.load(from, 64);
  const d = v128.load(from, 96);
  const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const above = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const below = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(ab, cd, 0, 2));
  v128.store(to, v128.shuffle<i64>(ab, cd, 1, 3), 32);
  v128.store(to, v128.shuffle<i64>(above, below, 0, 2), 64);
  v128.store(to, v128.shuffle<i64>(above, below, 1, 3), 96);
}

/** The transposed of a matrix in panels, [outer, 8 inner, 8] to [inner, 8 outer, 8]. */
export function transpose(matrix: usize, inner: i32, outer: i32, to: usize): void {
  for (let q = 0; q < inner; q++) {
    for (let p = 0; p < outer; p++) {
      const from = matrix + ((p * inner + q) << 8);
      transposeBlock(from, to);
      transposeBlock(from + 128, to + 16);
      transposeBlock(from + 16, to + 128);
      transposeBlock(from + 144, to + 144);
      to += 256;
    }
  }
}
