import { setting } from '#engine/assembly/free/setting.ts';

/** Writes a step of four walks, as far as they are of the batch. */
export function report(group: i32, k: i32, values: v128): void {
  const row = (<usize>setting.steps) << 2;
  const at = setting.increments + <usize>(4 * group) * row + ((<usize>k) << 2);
  const walks = setting.batch - 4 * group;
  v128.store32_lane(at, values, 0);
  if (walks > 1) v128.store32_lane(at + row, values, 1);
  if (walks > 2) v128.store32_lane(at + 2 * row, values, 2);
  if (walks > 3) v128.store32_lane(at + 3 * row, values, 3);
}

/** Numbers of the four walks in the run. */
export function walksOf(group: i32): v128 {
  return i32x4.add(i32x4.splat(setting.firstWalk + 4 * group), i32x4(0, 1, 2, 3));
}
