import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { largestLane, sumOf } from '#engine/assembly/train/lanes.ts';

/**
 * Of each of `rows` samples with signals in [panels, stride / 32, 8]: the largest magnitude, and the sum of squares over it, so that nothing under- or
 * overflows; pairs at `to`. A row of zeros gives two zeros.
 */
export function measureRows(x: usize, rows: i32, stride: i32, panels: i32, to: usize): void {
  for (let row = 0; row < rows; row++) {
    let most = f32x4.splat(0);
    for (let p = 0, at = x; p < panels; p++, at += stride) {
      most = f32x4.max(most, f32x4.max(f32x4.abs(v128.load(at)), f32x4.abs(v128.load(at, 16))));
    }
    const largest = largestLane(most);
    const size = f32x4.splat(largest);
    let sum = f32x4.splat(0);
    if (largest > 0) {
      for (let p = 0, at = x; p < panels; p++, at += stride) {
        const a = f32x4.div(v128.load(at), size);
        const b = f32x4.div(v128.load(at, 16), size);
        sum = multiplyAdd(a, a, multiplyAdd(b, b, sum));
      }
    }
    f32.store(to, largest);
    f32.store(to, sumOf(sum), 4);
    to += 8;
    x += 32;
  }
}
