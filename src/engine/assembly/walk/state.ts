import { scaledSlope } from '#engine/assembly/math/nonlinearity.ts';
import { quadCount, setting } from '#engine/assembly/walk/setting.ts';
import { vectorBytes } from '#engine/assembly/walk/vectors.ts';

/** Of a norm in `normNames`: 0 is none. */
export function isNormed(): bool {
  return setting.norm !== 0;
}

/** Where a walk keeps a row: a_d in rows 0..depth, norm(h_d) behind them. */
export function rowOf(walk: i32, row: i32): usize {
  const rows = isNormed() ? 2 * (setting.depth + 1) : setting.depth + 1;
  return setting.preActivations + (((<usize>walk * <usize>rows + <usize>row) * <usize>quadCount()) << 4);
}

/** Where a walk keeps a scale: ln s_d at 0..depth, that of h at depth + 1, ln of the norms' divisors behind it. */
export function scaleAt(walk: i32, place: i32): usize {
  const scales = isNormed() ? 2 * setting.depth + 3 : setting.depth + 2;
  return setting.logScales + ((<usize>(walk * scales + place)) << 2);
}

/** Where a walk keeps its vector. */
export function vectorOf(walk: i32): usize {
  return setting.vectors + <usize>walk * vectorBytes();
}

/** e^logScale, within float32. */
export function scaleOf(logScale: f32): f32 {
  return <f32>Math.exp(Math.min(80, Math.max(-80, <f64>logScale)));
}

/** Multiplies a vector by f'(a_d), which is 1 where no pre-activations are kept, of linear branches. */
export function multiplyBySlopes(vector: usize, walk: i32, layer: i32, to: usize): void {
  const isKept = setting.keepsPreActivations !== 0;
  const a = rowOf(walk, layer);
  const s = f32x4.splat(isKept ? scaleOf(load<f32>(scaleAt(walk, layer))) : 1);
  const kind = setting.nonlinearity;
  for (let at: usize = 0; at < vectorBytes(); at += 16) {
    const value = v128.load(vector + at);
    const slope = isKept ? scaledSlope(kind, v128.load(a + at), s) : f32x4.splat(1);
    v128.store(to + at, f32x4.mul(value, slope));
  }
}

/** Writes a step's two numbers (`runWalkSlice`). */
export function report(walk: i32, k: i32, growth: f32, second: f32): void {
  const at = setting.increments + ((<usize>(walk * setting.steps + k)) << 3);
  store<f32>(at, growth);
  store<f32>(at, second, 4);
}
