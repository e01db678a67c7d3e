import { growthOf, setting, widthOf } from '#engine/assembly/free/setting.ts';
import * as sums from '#engine/assembly/free/sums.ts';
import { logarithm } from '#engine/assembly/math/logarithm.ts';
import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';

/** As kernels/walkSlice/walkSlice.ts has them: `deadIncrement`, `leastSpread`. */
export const dead: f32 = -1e30;
export const leastSpread: f32 = 1e-12;
export const tiny: f32 = 1e-38;
/** In `normNames`: the one that takes the mean off as well. */
const layerNorm = 2;

export function isNormed(): bool {
  return setting.norm !== 0;
}

export function takesMeanOff(): bool {
  return setting.norm === layerNorm;
}

/** Vectors that four walks keep: every layer's direction and delta, or the last direction alone. */
function slots(): i32 {
  return setting.needsGradient !== 0 ? setting.depth + 2 : 1;
}

/** Where four walks keep what they do: vectors, 16 bytes a unit, and three numbers of every layer. */
function keptOf(group: i32): usize {
  const vectors = slots() * widthOf(0) + 3 * (setting.depth + 1);
  return setting.kept + ((<usize>(group * vectors)) << 4);
}

/** Where h_d of four walks is; delta with d = depth + 1. */
export function vectorOf(group: i32, layer: i32): usize {
  const slot = setting.needsGradient !== 0 ? layer : 0;
  return keptOf(group) + ((<usize>(slot * widthOf(0))) << 4);
}

/** Where ln of h's root mean square stands, and mean and variance of its direction's units. */
export function lengthsOf(group: i32, layer: i32): usize {
  return keptOf(group) + ((<usize>(slots() * widthOf(0) + 3 * layer)) << 4);
}

/** Makes a layer the one that is met (`sums.place`): what enters W_d has the length of h_(d-1), or that of its norm. */
export function meet(group: i32, layer: i32): void {
  const first = f32x4.splat(setting.inputLogScale);
  let above = first;
  let logScale = first;
  let alive = f32x4.splat(1);
  if (layer > 0) {
    const before = lengthsOf(group, layer - 1);
    const growth = growthOf(layer) + <f32>(0.5 * Math.log(<f64>widthOf(0)));
    above = isNormed() ? f32x4.splat(growth) : f32x4.add(f32x4.splat(growth), v128.load(before));
    logScale = setting.biasDeviation > 0 ? f32x4.max(above, f32x4.splat(0)) : above;
    if (isNormed()) alive = v128.and(alive, f32x4.gt(v128.load(before, 32), f32x4.splat(leastSpread)));
  }
  v128.store(sums.place, above);
  v128.store(sums.place, logScale, 16);
  v128.store(sums.place, alive, 32);
}

/** Divides a vector by its root mean square; a square of `least` or less is none. Returns ln of the mean square, or `dead`. */
export function normalise(vector: usize, square: v128, least: v128): v128 {
  const lives = f32x4.gt(square, least);
  const width = widthOf(0);
  const mean = f32x4.div(f32x4.max(square, f32x4.splat(tiny)), f32x4.splat(<f32>width));
  const shrink = v128.and(f32x4.div(f32x4.splat(1), f32x4.sqrt(mean)), lives);
  for (let unit = 0; unit < width; unit++) {
    const at = vector + ((<usize>unit) << 4);
    v128.store(at, f32x4.mul(v128.load(at), shrink));
  }
  return v128.bitselect(logarithm(mean), f32x4.splat(dead), lives);
}

/** Stores mean and variance of the units of a direction of mean square 1, or of nothing, behind its length. */
export function storeSpread(vector: usize, lives: v128, lengths: usize): void {
  const width = widthOf(0);
  let mean = f32x4.splat(0);
  let spread = v128.and(f32x4.splat(1), lives);
  if (takesMeanOff()) {
    const share = f32x4.splat(1 / <f32>width);
    for (let unit = 0; unit < width; unit++) {
      mean = f32x4.add(mean, v128.load(vector + ((<usize>unit) << 4)));
    }
    mean = f32x4.mul(mean, share);
    spread = f32x4.splat(0);
    for (let unit = 0; unit < width; unit++) {
      const centred = f32x4.sub(v128.load(vector + ((<usize>unit) << 4)), mean);
      spread = multiplyAdd(centred, centred, spread);
    }
    spread = f32x4.mul(spread, share);
  }
  v128.store(lengths, mean, 16);
  v128.store(lengths, spread, 32);
}
