import { largestOf, ordinals } from '#engine/assembly/train/ordinal.ts';

// f and f' of a layer's entries: pre-activations at `at` become activations, slopes are written at `slopes`. Each returns the
// largest ordinal of the pre-activations, by which a number that is not finite is found.

/** f(a) = a. */
export function linear(at: usize, slopes: usize, bytes: i32): i32 {
  let largest = i32x4.splat(0);
  for (let end = at + bytes; at < end; at += 16, slopes += 16) {
    const a = v128.load(at);
    largest = i32x4.max_s(largest, ordinals(a));
    v128.store(slopes, f32x4.splat(1));
  }
  return largestOf(largest);
}

/** max(0, a); the slope at 0 is that from the left. */
export function relu(at: usize, slopes: usize, bytes: i32): i32 {
  let largest = i32x4.splat(0);
  for (let end = at + bytes; at < end; at += 16, slopes += 16) {
    const a = v128.load(at);
    largest = i32x4.max_s(largest, ordinals(a));
    const positive = f32x4.gt(a, f32x4.splat(0));
    v128.store(at, v128.and(a, positive));
    v128.store(slopes, v128.and(f32x4.splat(1), positive));
  }
  return largestOf(largest);
}

/** a, and a hundredth of it below 0. */
export function leaky(at: usize, slopes: usize, bytes: i32): i32 {
  let largest = i32x4.splat(0);
  for (let end = at + bytes; at < end; at += 16, slopes += 16) {
    const a = v128.load(at);
    largest = i32x4.max_s(largest, ordinals(a));
    const slope = v128.bitselect(f32x4.splat(1), f32x4.splat(0.01), f32x4.gt(a, f32x4.splat(0)));
    v128.store(at, f32x4.mul(a, slope));
    v128.store(slopes, slope);
  }
  return largestOf(largest);
}
