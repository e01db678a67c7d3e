import { groupSums } from '#engine/assembly/free/groups.ts';
import { report, walksOf } from '#engine/assembly/free/report.ts';
import { growthOf, setting, widthOf } from '#engine/assembly/free/setting.ts';
import * as sums from '#engine/assembly/free/sums.ts';
import { unitSums } from '#engine/assembly/free/units.ts';
import { logarithm } from '#engine/assembly/math/logarithm.ts';

/** ln of a squared norm that is zero, as `deadIncrement` of kernels/walkSlice/walkSlice.ts. */
const dead: f32 = -1e30;
const least: f32 = 1e-38;
/** Place in `freeWays`. */
const groupsWay = 0;

/** Sums that nobody keeps. */
const passing: usize = memory.data(128, 16);

/** What four walks carry from slice to slice: ln|h|, 1 where they are alive, rho. */
export function carriedOf(group: i32): usize {
  return setting.carried + <usize>group * 48;
}

/** Where |delta|^2 of a layer of four walks is kept, of a gradient alone, which needs nothing else of the way there. */
function aloneAt(group: i32, layer: i32): usize {
  return setting.kept + ((<usize>(group * (setting.depth + 1) + layer)) << 4);
}

/** The sums of a layer of four walks. */
function keptOf(group: i32, layer: i32): usize {
  if (setting.needsGradient === 0 || setting.isAlone !== 0) return passing;
  return setting.kept + <usize>(group * (setting.depth + 1) + layer) * sums.sumsBytes;
}

/** One layer forwards; step 0 draws a_0. As `walkOn` of kernels/freeSlice/freeSliceWgsl.ts. */
export function sumsForward(group: i32, k: i32): void {
  const layer = setting.firstStep + k;
  const begins = layer === 0;
  const carried = carriedOf(group);
  const zero = f32x4.splat(0);
  const growth = f32x4.splat(growthOf(layer));
  const above = begins ? f32x4.splat(setting.inputLogScale) : f32x4.add(growth, v128.load(carried));
  const logScale = setting.biasDeviation > 0 && !begins ? f32x4.max(above, zero) : above;
  v128.store(sums.place, above);
  v128.store(sums.place, logScale, 16);
  v128.store(sums.place, begins ? f32x4.splat(1) : v128.load(carried, 16), 32);
  v128.store(sums.place, walksOf(group), 48);
  const kept = keptOf(group, layer);
  if (setting.way === groupsWay) groupSums(layer, kept);
  else unitSums(layer, kept);
  if (setting.isAlone !== 0) v128.store(aloneAt(group, layer), v128.load(kept + sums.tptp));
  const square = v128.load(kept + sums.hh);
  const lives = f32x4.gt(square, zero);
  const half = f32x4.mul(f32x4.splat(0.5), logarithm(f32x4.max(square, f32x4.splat(least))));
  const halfLog = v128.and(half, lives);
  const grown = f32x4.add(f32x4.add(halfLog, f32x4.sub(logScale, above)), growth);
  report(group, k, v128.bitselect(f32x4.add(grown, grown), f32x4.splat(dead), lives));
  v128.store(carried, v128.bitselect(f32x4.add(logScale, halfLog), f32x4.splat(dead), lives));
  v128.store(carried, v128.and(f32x4.splat(1), lives), 16);
}

/** How much of h, and of the fresh numbers, is in W^T delta. */
function alongOf(kept: usize, rho: v128, fresh: v128): v128 {
  const hh = v128.load(kept + sums.hh);
  const square = f32x4.max(hh, f32x4.splat(least));
  const apart = f32x4.div(f32x4.mul(fresh, v128.load(kept + sums.hp)), square);
  const along = f32x4.sub(f32x4.div(rho, f32x4.sqrt(square)), apart);
  return v128.and(along, f32x4.gt(hh, f32x4.splat(0)));
}

function freshOf(layer: i32, kept: usize, rho: v128): v128 {
  const width = <f32>widthOf(layer);
  // Nothing is perpendicular to the only unit.
  if (width === 1) return f32x4.splat(0);
  if (setting.isOrthogonal === 0) return f32x4.splat(1);
  const left = f32x4.max(f32x4.sub(f32x4.splat(width), f32x4.mul(rho, rho)), f32x4.splat(0));
  return f32x4.sqrt(f32x4.div(left, f32x4.max(v128.load(kept + sums.pp), f32x4.splat(1e-30))));
}

/** One layer backwards; step 0 draws delta_D. As `walkBack` there. */
export function sumsBackward(group: i32, k: i32): void {
  const step = setting.firstStep + k;
  const layer = setting.depth - step;
  const kept = keptOf(group, layer);
  const carried = carriedOf(group);
  const tptp = v128.load(setting.isAlone !== 0 ? aloneAt(group, layer) : kept + sums.tptp);
  const growth = f32x4.splat(step > 0 ? 2 * growthOf(layer + 1) : 0);
  let square = tptp;
  let along = f32x4.splat(0);
  let fresh = f32x4.splat(1);
  if (setting.isAlone === 0) {
    if (step > 0) {
      const rho = v128.load(carried, 32);
      fresh = freshOf(layer, kept, rho);
      along = alongOf(kept, rho, fresh);
    }
    const mixed = f32x4.mul(f32x4.mul(f32x4.splat(2), along), f32x4.mul(fresh, v128.load(kept + sums.thtp)));
    square = f32x4.add(
      f32x4.add(f32x4.mul(f32x4.mul(along, along), v128.load(kept + sums.thth)), mixed),
      f32x4.mul(f32x4.mul(fresh, fresh), tptp),
    );
  }
  const lives = f32x4.gt(square, f32x4.splat(0));
  const length = f32x4.max(square, f32x4.splat(least));
  const grown = f32x4.add(logarithm(length), growth);
  report(group, k, v128.bitselect(grown, f32x4.splat(dead), lives));
  if (setting.isAlone !== 0) return;
  const component = f32x4.add(
    f32x4.mul(along, v128.load(kept + sums.thx)),
    f32x4.mul(fresh, v128.load(kept + sums.tpx)),
  );
  v128.store(carried, v128.and(f32x4.div(component, f32x4.sqrt(length)), lives), 32);
}
