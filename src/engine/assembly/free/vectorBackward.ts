import { report, walksOf } from '#engine/assembly/free/report.ts';
import { growthOf, setting, widthOf } from '#engine/assembly/free/setting.ts';
import * as sums from '#engine/assembly/free/sums.ts';
import {
  directionFactor,
  freshNumbers,
  freshUnits,
  matrixUnits,
  preActivations,
  scaleOf,
  units,
} from '#engine/assembly/free/units.ts';
import {
  dead,
  isNormed,
  leastSpread,
  lengthsOf,
  meet,
  normalise,
  takesMeanOff,
  tiny,
  vectorOf,
} from '#engine/assembly/free/vectors.ts';
import { exponential } from '#engine/assembly/math/exponential.ts';
import { logarithm } from '#engine/assembly/math/logarithm.ts';
import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { scaledSlope } from '#engine/assembly/math/nonlinearity.ts';

/** As kernels/walkSlice/walkSlice.ts has them. */
const leastLeft: f32 = 1e-11;
const noDivisor: f32 = 1e30;

/** Of the step that is made, 16 bytes apart: mean of h's units; what its norm multiplies by; how much of it is in the fresh numbers. */
const entering: usize = memory.data(48, 16);
/** Sums over units: |w|^2, x.w, |u|^2, u.p, |p|^2, sum of p; w is delta at the matrix, x what W u gave, u what enters W, p the fresh numbers. */
const met: usize = memory.data(96, 16);
/** What the way back is made of: share of u, of p, the mean to be taken off, the whole length. */
const parts: usize = memory.data(64, 16);

/** What enters the matrix, of a unit: h or its norm. */
function enteringUnit(vector: usize, unit: i32): v128 {
  const h = v128.load(vector + ((<usize>unit) << 4));
  return f32x4.mul(f32x4.sub(h, v128.load(entering)), v128.load(entering, 16));
}

/** The fresh numbers of a unit, without what of them lies along u where the weights are orthogonal. */
function freshUnit(unit: i32, u: v128): v128 {
  const drawn = v128.load(freshUnits + ((<usize>(unit & 3)) << 4));
  return f32x4.sub(drawn, f32x4.mul(v128.load(entering, 32), u));
}

/** @inline */
function addTo(at: usize, a: v128, b: v128): void {
  v128.store(met + at, multiplyAdd(a, b, v128.load(met + at)));
}

/** Reads how h enters the matrix behind it: its mean and its norm's divisor; and finds how much of it is in the fresh numbers. */
function enter(group: i32, layer: i32): void {
  const lengths = lengthsOf(group, layer);
  const spread = v128.load(lengths, 32);
  const one = f32x4.splat(1);
  const isSpread = f32x4.gt(spread, f32x4.splat(leastSpread));
  const divisor = f32x4.div(one, f32x4.sqrt(f32x4.max(spread, f32x4.splat(tiny))));
  v128.store(entering, isNormed() ? v128.load(lengths, 16) : f32x4.splat(0));
  v128.store(entering, isNormed() ? v128.and(divisor, isSpread) : one, 16);
  v128.store(entering, f32x4.splat(0), 32);
  if (setting.isOrthogonal === 0) return;
  const vector = vectorOf(group, layer);
  const width = widthOf(0);
  let square = f32x4.splat(0);
  let along = f32x4.splat(0);
  for (let quad = 0; 4 * quad < width; quad++) {
    freshNumbers(quad, layer, width);
    for (let unit = 4 * quad; unit < min(width, 4 * quad + 4); unit++) {
      const u = enteringUnit(vector, unit);
      square = multiplyAdd(u, u, square);
      along = multiplyAdd(u, v128.load(freshUnits + ((<usize>(unit & 3)) << 4)), along);
    }
  }
  v128.store(entering, f32x4.div(along, f32x4.max(square, f32x4.splat(tiny))), 32);
}

/** Makes `met` of the layer that is met, which is the one above. */
function meetMatrix(group: i32, layer: i32): void {
  const width = widthOf(0);
  const factor = directionFactor(layer + 1, width);
  const s = scaleOf(sums.logScale());
  const vector = vectorOf(group, layer);
  const delta = vectorOf(group, setting.depth + 1);
  memory.fill(met, 0, 96);
  for (let quad = 0; 4 * quad < width; quad++) {
    preActivations(quad, layer + 1, width, factor);
    freshNumbers(quad, layer, width);
    for (let unit = 4 * quad; unit < min(width, 4 * quad + 4); unit++) {
      const at = (<usize>(unit & 3)) << 4;
      let w = v128.load(delta + ((<usize>unit) << 4));
      if (setting.residual > 0) w = f32x4.mul(w, scaledSlope(setting.nonlinearity, v128.load(units + at), s));
      const u = enteringUnit(vector, unit);
      const p = freshUnit(unit, u);
      addTo(0, w, w);
      addTo(16, w, v128.load(matrixUnits + at));
      addTo(32, u, u);
      addTo(48, u, p);
      addTo(64, p, p);
      addTo(80, p, f32x4.splat(1));
    }
  }
}

/** Makes `parts` of `met`. The Jacobian of a norm leaves nothing along norm(h), which is what W h shows, and nothing of the mean. */
function divide(layer: i32, logDivisor: v128): void {
  const width = <f32>widthOf(0);
  const zero = f32x4.splat(0);
  const ww = v128.load(met);
  const least = f32x4.splat(tiny);
  const rho = v128.and(f32x4.div(v128.load(met, 16), f32x4.sqrt(f32x4.max(ww, least))), f32x4.gt(ww, zero));
  const uu = f32x4.max(v128.load(met, 32), least);
  // Nothing is perpendicular to the only unit.
  let fresh = f32x4.splat(width === 1 ? 0 : 1);
  if (setting.isOrthogonal !== 0) {
    const left = f32x4.max(f32x4.sub(f32x4.splat(width), f32x4.mul(rho, rho)), zero);
    fresh = f32x4.mul(fresh, f32x4.sqrt(f32x4.div(left, f32x4.max(v128.load(met, 64), f32x4.splat(1e-30)))));
  }
  let along = f32x4.neg(f32x4.div(f32x4.mul(fresh, v128.load(met, 48)), uu));
  if (!isNormed()) along = f32x4.add(along, f32x4.div(rho, f32x4.sqrt(uu)));
  const mean = f32x4.div(f32x4.mul(fresh, v128.load(met, 80)), f32x4.splat(width));
  let reach = f32x4.mul(exponential(f32x4.splat(growthOf(layer + 1))), f32x4.sqrt(ww));
  if (setting.residual > 0) {
    const share = f32x4.mul(f32x4.splat(setting.residual), scaleOf(f32x4.neg(logDivisor)));
    reach = f32x4.mul(reach, share);
  }
  v128.store(parts, along);
  v128.store(parts, fresh, 16);
  v128.store(parts, takesMeanOff() ? mean : zero, 32);
  v128.store(parts, reach, 48);
}

/** Makes the new delta of the layer that is met, and returns its square; what f' passes on of the numbers before the norm goes to `met`. */
function land(group: i32, layer: i32): v128 {
  const width = widthOf(0);
  const isResidual = setting.residual > 0;
  const factor = isResidual ? sums.alive() : directionFactor(layer, width);
  const s = scaleOf(sums.logScale());
  const vector = vectorOf(group, layer);
  const delta = vectorOf(group, setting.depth + 1);
  let square = f32x4.splat(0);
  let whole = f32x4.splat(0);
  for (let quad = 0; 4 * quad < width; quad++) {
    if (!isResidual) preActivations(quad, layer, width, factor);
    freshNumbers(quad, layer, width);
    for (let unit = 4 * quad; unit < min(width, 4 * quad + 4); unit++) {
      const at = delta + ((<usize>unit) << 4);
      const u = enteringUnit(vector, unit);
      const p = f32x4.mul(v128.load(parts, 16), freshUnit(unit, u));
      const passed = f32x4.sub(multiplyAdd(v128.load(parts), u, p), v128.load(parts, 32));
      let value = f32x4.mul(v128.load(parts, 48), passed);
      if (isResidual) value = f32x4.add(value, v128.load(at));
      else {
        const a = v128.load(units + ((<usize>(unit & 3)) << 4));
        const slope = scaledSlope(setting.nonlinearity, a, s);
        value = f32x4.mul(value, slope);
        const sent = f32x4.mul(slope, p);
        whole = multiplyAdd(sent, sent, whole);
      }
      v128.store(at, value);
      square = multiplyAdd(value, value, square);
    }
  }
  v128.store(met, whole);
  return square;
}

/** Draws delta_D; returns its square. */
function drawDelta(group: i32): v128 {
  const width = widthOf(0);
  const delta = vectorOf(group, setting.depth + 1);
  let square = f32x4.splat(0);
  for (let quad = 0; 4 * quad < width; quad++) {
    freshNumbers(quad, setting.depth, width);
    for (let unit = 4 * quad; unit < min(width, 4 * quad + 4); unit++) {
      const value = v128.load(freshUnits + ((<usize>(unit & 3)) << 4));
      v128.store(delta + ((<usize>unit) << 4), value);
      square = multiplyAdd(value, value, square);
    }
  }
  return square;
}

/** ln of what the norm of h divides by; `noDivisor` where all its units are alike, 0 without a norm. */
function divisorOf(group: i32, layer: i32): v128 {
  if (!isNormed()) return f32x4.splat(0);
  const lengths = lengthsOf(group, layer);
  const spread = v128.load(lengths, 32);
  const half = f32x4.mul(f32x4.splat(0.5), logarithm(f32x4.max(spread, f32x4.splat(tiny))));
  const isSpread = f32x4.gt(spread, f32x4.splat(leastSpread));
  return v128.bitselect(f32x4.add(v128.load(lengths), half), f32x4.splat(noDivisor), isSpread);
}

/** One layer backwards of networks whose vectors are kept. As `vectorBack` of kernels/freeSlice/vectorWgsl.ts. */
export function vectorBackward(group: i32, k: i32): void {
  const step = setting.firstStep + k;
  const layer = setting.depth - step;
  const delta = vectorOf(group, setting.depth + 1);
  const zero = f32x4.splat(0);
  v128.store(sums.place, walksOf(group), 48);
  if (step === 0) {
    report(group, k, normalise(delta, drawDelta(group), zero));
    return;
  }
  const logDivisor = divisorOf(group, layer);
  meet(group, layer + 1);
  enter(group, layer);
  meetMatrix(group, layer);
  divide(layer, logDivisor);
  meet(group, layer);
  const square = land(group, layer);
  if (setting.residual > 0) {
    report(group, k, normalise(delta, square, zero));
    return;
  }
  // Where the norm takes all off, rounding is left.
  const reach = v128.load(parts, 48);
  const left = f32x4.mul(f32x4.splat(leastLeft), f32x4.mul(f32x4.mul(reach, reach), v128.load(met)));
  const hasDivisor = f32x4.lt(logDivisor, f32x4.splat(noDivisor));
  const least = v128.bitselect(left, f32x4.splat(noDivisor), hasDivisor);
  const growth = normalise(delta, square, least);
  const grown = f32x4.sub(growth, f32x4.add(logDivisor, logDivisor));
  report(group, k, v128.bitselect(grown, f32x4.splat(dead), f32x4.gt(square, least)));
}
