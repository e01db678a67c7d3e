import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { largestOf, ordinals } from '#engine/assembly/train/ordinal.ts';

/** delta = scale gradient f': slopes at `slopes` become deltas. Returns the largest ordinal of them. */
export function multiplySlopes(slopes: usize, gradient: usize, bytes: i32, scale: f32): i32 {
  let largest = i32x4.splat(0);
  const factor = f32x4.splat(scale);
  for (let at = 0; at < bytes; at += 16) {
    const delta = f32x4.mul(f32x4.mul(v128.load(gradient + at), factor), v128.load(slopes + at));
    largest = i32x4.max_s(largest, ordinals(delta));
    v128.store(slopes + at, delta);
  }
  return largestOf(largest);
}

/** to = below + scale x. Returns the largest ordinal of the sums. */
export function addScaled(to: usize, below: usize, x: usize, bytes: i32, scale: f32): i32 {
  let largest = i32x4.splat(0);
  const factor = f32x4.splat(scale);
  for (let at = 0; at < bytes; at += 16) {
    const sum = multiplyAdd(factor, v128.load(x + at), v128.load(below + at));
    largest = i32x4.max_s(largest, ordinals(sum));
    v128.store(to + at, sum);
  }
  return largestOf(largest);
}

/** Samples one after the other, [count, units], to panels of 8 units, [panels, rows, 8]; rows beyond `count` are the first again, units beyond the last 0. */
export function toPanels(from: usize, count: i32, units: i32, to: usize, rows: i32): void {
  const panels = (units + 7) >> 3;
  for (let p = 0; p < panels; p++) {
    for (let row = 0; row < rows; row++) {
      const sample = from + <usize>(((row < count ? row : 0) * units + (p << 3)) << 2);
      const own = min(8, units - (p << 3));
      for (let i = 0; i < 8; i++) {
        f32.store(to + (i << 2), i < own ? f32.load(sample + (i << 2)) : 0);
      }
      to += 32;
    }
  }
}
