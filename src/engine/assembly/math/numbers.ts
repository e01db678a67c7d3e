/**
 * Number k of a table in memory, in all four lanes. A constant vector in the code would be made anew at every use, in
 * three instructions: a loop of polynomials is a sixth slower with them.
 * @inline
 */
export function number(table: usize, k: i32): v128 {
  return v128.load32_splat(table + ((<usize>k) << 2));
}

/** Sum of the four lanes. */
export function laneSum(v: v128): f32 {
  const pairs = f32x4.add(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** Vector of the four vectors' sums of lanes, in their order.
 * @inline */
export function laneSums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 1, 4, 5), v128.shuffle<f32>(c, d, 2, 3, 6, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 2, 4, 6), v128.shuffle<f32>(ab, cd, 1, 3, 5, 7));
}
