/** Sum of four lanes. @inline */
export function sumOf(quad: v128): f32 {
  return (
    f32x4.extract_lane(quad, 0) +
    f32x4.extract_lane(quad, 1) +
    (f32x4.extract_lane(quad, 2) + f32x4.extract_lane(quad, 3))
  );
}

/** The largest of four lanes. @inline */
export function largestLane(quad: v128): f32 {
  return max(
    max(f32x4.extract_lane(quad, 0), f32x4.extract_lane(quad, 1)),
    max(f32x4.extract_lane(quad, 2), f32x4.extract_lane(quad, 3)),
  );
}
