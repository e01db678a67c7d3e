import { laneSum } from '#engine/assembly/math/numbers.ts';
import { quadCount, setting } from '#engine/assembly/walk/setting.ts';

/** Room for the widest vector, and for what `normalVector` writes behind one. */
const room = 4096 + 64;

/** What enters a matrix, and what comes out of it: [4 quads], zeros beyond the width. */
export const entering: usize = memory.data(room, 16);
export const product: usize = memory.data(room, 16);
/** Biases as they are drawn. */
export const drawn: usize = memory.data(room, 16);

/** Bytes of a vector. */
export function vectorBytes(): usize {
  return (<usize>quadCount()) << 4;
}

/** Writes zeros beyond the width. */
export function clearTail(vector: usize): void {
  for (let i = setting.width; i < quadCount() << 2; i++) store<f32>(vector + ((<usize>i) << 2), 0);
}

/** a . b */
export function dot(a: usize, b: usize): f32 {
  let sum = f32x4.splat(0);
  for (let at: usize = 0; at < vectorBytes(); at += 16) {
    sum = f32x4.add(sum, f32x4.mul(v128.load(a + at), v128.load(b + at)));
  }
  return laneSum(sum);
}

/** Sum of a vector's entries. */
export function total(a: usize): f32 {
  let sum = f32x4.splat(0);
  for (let at: usize = 0; at < vectorBytes(); at += 16) sum = f32x4.add(sum, v128.load(a + at));
  return laneSum(sum);
}

/** Writes a times a number to `to`. */
export function scale(a: usize, by: f32, to: usize): void {
  for (let at: usize = 0; at < vectorBytes(); at += 16) {
    v128.store(to + at, f32x4.mul(v128.load(a + at), f32x4.splat(by)));
  }
}
