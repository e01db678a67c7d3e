import { drawWords, setting, widthOf } from '#engine/assembly/free/setting.ts';
import * as sums from '#engine/assembly/free/sums.ts';
import { exponential } from '#engine/assembly/math/exponential.ts';
import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { scaledSlope, scaledValue } from '#engine/assembly/math/nonlinearity.ts';
import { gaussianQuads } from '#engine/assembly/random/gaussian.ts';
import { words } from '#engine/assembly/random/pcg4d.ts';

/** Of the four units of a quad, 16 bytes a unit: what the matrix gives, that with its bias, and the backward step's fresh numbers. */
export const matrixUnits: usize = memory.data(64, 16);
export const units: usize = memory.data(64, 16);
export const freshUnits: usize = memory.data(64, 16);

/** e^v within float32. */
export function scaleOf(v: v128): v128 {
  return exponential(f32x4.max(f32x4.splat(-80), f32x4.min(v, f32x4.splat(80))));
}

/** Normal numbers of a quad's units, to `words`; zero beyond the width. */
export function drawQuad(quad: i32, layer: i32, width: i32, key: i32): void {
  drawWords(quad, layer, sums.walks(), key);
  gaussianQuads();
  for (let e = 0; e < 4; e++) {
    if (4 * quad + e >= width) v128.store(words + ((<usize>e) << 4), f32x4.splat(0));
  }
}

/** What makes of a layer's normal numbers a direction of length sqrt(width), where the weights are orthogonal; and 0 for the dead. */
export function directionFactor(layer: i32, width: i32): v128 {
  if (setting.isOrthogonal === 0 || layer === 0) return sums.alive();
  let square = f32x4.splat(0);
  for (let quad = 0; 4 * quad < width; quad++) {
    drawQuad(quad, layer, width, setting.forwardKey);
    for (let e: usize = 0; e < 64; e += 16) {
      const x = v128.load(words + e);
      square = multiplyAdd(x, x, square);
    }
  }
  return f32x4.mul(sums.alive(), f32x4.sqrt(f32x4.div(f32x4.splat(<f32>width), square)));
}

/** Makes `matrixUnits` and `units` of a quad. */
export function preActivations(quad: i32, layer: i32, width: i32, factor: v128): void {
  drawQuad(quad, layer, width, layer === 0 ? setting.inputsKey : setting.forwardKey);
  for (let e: usize = 0; e < 64; e += 16) {
    v128.store(matrixUnits + e, f32x4.mul(v128.load(words + e), factor));
  }
  memory.copy(units, matrixUnits, 64);
  if (setting.biasDeviation === 0 || layer === 0) return;
  const shrink = scaleOf(f32x4.sub(sums.above(), sums.logScale()));
  const size = f32x4.mul(f32x4.splat(setting.biasDeviation), scaleOf(f32x4.neg(sums.logScale())));
  drawQuad(quad, layer, width, setting.biasesKey);
  for (let e: usize = 0; e < 64; e += 16) {
    const bias = f32x4.mul(v128.load(words + e), size);
    v128.store(units + e, multiplyAdd(v128.load(matrixUnits + e), shrink, bias));
  }
}

/** Makes `freshUnits` of a quad: the numbers of the backward step that lands here; at the top, delta_D. */
export function freshNumbers(quad: i32, layer: i32, width: i32): void {
  const isTop = layer === setting.depth;
  drawQuad(quad, isTop ? 0 : layer, width, isTop ? setting.deltasKey : setting.backwardKey);
  memory.copy(freshUnits, words, 64);
}

/** How much of h is in the fresh numbers: h.p/h.h of four walks. */
function shareAlong(layer: i32, width: i32, factor: v128, s: v128): v128 {
  let along = f32x4.splat(0);
  let square = f32x4.splat(0);
  for (let quad = 0; 4 * quad < width; quad++) {
    preActivations(quad, layer, width, factor);
    freshNumbers(quad, layer, width);
    for (let unit = 4 * quad; unit < min(width, 4 * quad + 4); unit++) {
      const at = (<usize>(unit & 3)) << 4;
      const h = scaledValue(setting.nonlinearity, v128.load(units + at), s);
      square = multiplyAdd(h, h, square);
      along = multiplyAdd(h, v128.load(freshUnits + at), along);
    }
  }
  const zero = f32x4.splat(0);
  return v128.bitselect(f32x4.div(along, square), zero, f32x4.gt(square, zero));
}

/** @inline */
function addTo(at: usize, a: v128, b: v128): void {
  v128.store(at, multiplyAdd(a, b, v128.load(at)));
}

/** Adds a unit to the sums. */
function addUnit(at: usize, isTop: bool, s: v128, taken: v128, to: usize): void {
  const a = v128.load(units + at);
  const h = scaledValue(setting.nonlinearity, a, s);
  addTo(to + sums.hh, h, h);
  if (setting.needsGradient === 0) return;
  const x = v128.load(matrixUnits + at);
  const p = f32x4.sub(v128.load(freshUnits + at), f32x4.mul(taken, h));
  const t = isTop ? f32x4.splat(1) : scaledSlope(setting.nonlinearity, a, s);
  const th = f32x4.mul(t, h);
  const tp = f32x4.mul(t, p);
  addTo(to + sums.hp, h, p);
  addTo(to + sums.thx, th, x);
  addTo(to + sums.tpx, tp, x);
  addTo(to + sums.thth, th, th);
  addTo(to + sums.thtp, th, tp);
  addTo(to + sums.tptp, tp, tp);
  addTo(to + sums.pp, p, p);
}

/** The sums of a layer of four walks, to `to`, unit by unit, for any f. As kernels/freeSlice/unitSumsWgsl.ts. */
export function unitSums(layer: i32, to: usize): void {
  const width = widthOf(layer);
  const isTop = layer === setting.depth;
  const factor = directionFactor(layer, width);
  const s = scaleOf(sums.logScale());
  const isAcross = setting.isOrthogonal !== 0 && !isTop && setting.needsGradient !== 0;
  const taken = isAcross ? shareAlong(layer, width, factor, s) : f32x4.splat(0);
  memory.fill(to, 0, sums.sumsBytes);
  for (let quad = 0; 4 * quad < width; quad++) {
    preActivations(quad, layer, width, factor);
    if (setting.needsGradient !== 0) freshNumbers(quad, layer, width);
    for (let unit = 4 * quad; unit < min(width, 4 * quad + 4); unit++) {
      addUnit((<usize>(unit & 3)) << 4, isTop, s, taken, to);
    }
  }
}
