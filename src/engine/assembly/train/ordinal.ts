/** The bits of |x|: as whole numbers they are ordered as the magnitudes, and what is no finite number comes last. @inline */
export function ordinals(x: v128): v128 {
  return v128.and(x, i32x4.splat(0x7fffffff));
}

/** The largest of four whole numbers that are not negative. @inline */
export function largestOf(quad: v128): i32 {
  const pairs = i32x4.max_s(quad, v128.shuffle<i32>(quad, quad, 2, 3, 0, 1));
  return max(i32x4.extract_lane(pairs, 0), i32x4.extract_lane(pairs, 1));
}

/** The largest ordinal of some numbers; from 0x7f800000 on one of them is not finite. */
export function largestOrdinal(at: usize, bytes: i32): i32 {
  let largest = i32x4.splat(0);
  for (let end = at + bytes; at < end; at += 16) largest = i32x4.max_s(largest, ordinals(v128.load(at)));
  return largestOf(largest);
}
