import { drawWords, setting, widthOf } from '#engine/assembly/free/setting.ts';
import * as sums from '#engine/assembly/free/sums.ts';
import { logarithm } from '#engine/assembly/math/logarithm.ts';
import { gaussianPair } from '#engine/assembly/random/gaussian.ts';
import { words } from '#engine/assembly/random/pcg4d.ts';

/** Attempts of the rejection are this many at most. */
const mostAttempts = 64;
const linear = 0;
const leaky = 2;

/** The two chi-square numbers of `chiSquares`. */
const found: usize = memory.data(32, 16);

/** Slope below zero of the piecewise linear f. */
function lowerSlope(): f32 {
  if (setting.nonlinearity === linear) return 1;
  return setting.nonlinearity === leaky ? 0.01 : 0;
}

/**
 * One attempt at chi-square numbers of so many degrees from normal numbers and the words of uniform ones; -1 where it is
 * rejected (Marsaglia & Tsang 2000). One degree is a squared normal number, none is 0.
 */
function attempt(degrees: v128, z: v128, word: v128): v128 {
  const one = f32x4.splat(1);
  const half = f32x4.splat(0.5);
  const u = f32x4.mul(
    f32x4.add(f32x4.convert_i32x4_s(i32x4.shr_u(word, 8)), half),
    f32x4.splat(5.9604644775390625e-8),
  );
  const d = f32x4.sub(f32x4.mul(f32x4.max(degrees, f32x4.splat(2)), half), f32x4.splat(0.33333333));
  const w = f32x4.add(one, f32x4.div(z, f32x4.sqrt(f32x4.mul(f32x4.splat(9), d))));
  const v = f32x4.mul(w, f32x4.mul(w, w));
  const square = f32x4.mul(z, z);
  const logV = logarithm(f32x4.max(v, f32x4.splat(1e-30)));
  const bound = f32x4.add(f32x4.mul(half, square), f32x4.mul(d, f32x4.add(f32x4.sub(one, v), logV)));
  const fits = v128.and(f32x4.gt(w, f32x4.splat(0)), f32x4.lt(logarithm(u), bound));
  const drawn = v128.bitselect(f32x4.mul(f32x4.add(d, d), v), f32x4.splat(-1), fits);
  const other = v128.bitselect(square, drawn, f32x4.eq(degrees, one));
  return v128.andnot(other, f32x4.le(degrees, f32x4.splat(0)));
}

/** @inline */
function isOpen(x: v128): v128 {
  return f32x4.lt(x, f32x4.splat(0));
}

/** Two independent chi-square numbers of four walks each, to `found`; `index` tells the groups' counters apart. */
function chiSquares(layer: i32, first: v128, second: v128, index: i32): void {
  let a = v128.andnot(f32x4.splat(-1), f32x4.le(first, f32x4.splat(0)));
  let b = v128.andnot(f32x4.splat(-1), f32x4.le(second, f32x4.splat(0)));
  for (let k = 0; k < mostAttempts && v128.any_true(v128.or(isOpen(a), isOpen(b))); k++) {
    drawWords(2 * k + index, layer, sums.walks(), setting.forwardKey);
    gaussianPair(words);
    a = v128.bitselect(attempt(first, v128.load(words), v128.load(words, 32)), a, isOpen(a));
    b = v128.bitselect(attempt(second, v128.load(words, 16), v128.load(words, 48)), b, isOpen(b));
  }
  v128.store(found, f32x4.max(a, f32x4.splat(0)));
  v128.store(found, f32x4.max(b, f32x4.splat(0)), 16);
}

/** The first of the pair above, alone: the same number at half the cost. */
function chiSquare(layer: i32, degrees: v128): v128 {
  let a = v128.andnot(f32x4.splat(-1), f32x4.le(degrees, f32x4.splat(0)));
  for (let k = 0; k < mostAttempts && v128.any_true(isOpen(a)); k++) {
    drawWords(2 * k, layer, sums.walks(), setting.forwardKey);
    gaussianPair(words);
    a = v128.bitselect(attempt(degrees, v128.load(words), v128.load(words, 32)), a, isOpen(a));
  }
  return f32x4.max(a, f32x4.splat(0));
}

/** How many coins of the upper half of a word of `words` fall heads, in bytes.
 * @inline */
function headsOf(word: usize, left: i32): v128 {
  const taken = max(0, min(16, left));
  const mask = i32x4.splat(((1 << taken) - 1) << 16);
  return i8x16.popcnt(v128.and(v128.load(words + word), mask));
}

/** How many of n fair coins fall heads, of each walk. */
function heads(layer: i32, n: i32): v128 {
  let count = i32x4.splat(0);
  for (let i = 0; 64 * i < n; i++) {
    drawWords(i, layer, sums.walks(), setting.signsKey);
    const left = n - 64 * i;
    const bytes = i8x16.add(
      i8x16.add(headsOf(0, left), headsOf(16, left - 16)),
      i8x16.add(headsOf(32, left - 32), headsOf(48, left - 48)),
    );
    const pairs = i16x8.extadd_pairwise_i8x16_u(bytes);
    count = i32x4.add(count, i32x4.extadd_pairwise_i16x8_u(pairs));
  }
  return f32x4.convert_i32x4_s(count);
}

/** The sums where the gradient meets its own signs only (`drawsGradientAlone`): whether the layer lives, and |delta|^2. */
function aloneSums(layer: i32, positive: v128, to: usize): void {
  const low = lowerSlope();
  const isTop = layer === setting.depth;
  const negative = f32x4.sub(f32x4.splat(<f32>widthOf(layer)), positive);
  let square = f32x4.splat(0);
  if (setting.nonlinearity === linear || (low === 0 && !isTop)) square = chiSquare(layer, positive);
  else {
    chiSquares(layer, positive, negative, 0);
    const share: f32 = isTop ? 1 : low * low;
    square = f32x4.add(v128.load(found), f32x4.mul(f32x4.splat(share), v128.load(found, 16)));
  }
  const lives = low !== 0 ? f32x4.splat(1) : v128.and(f32x4.splat(1), f32x4.gt(positive, f32x4.splat(0)));
  v128.store(to + sums.hh, f32x4.mul(sums.alive(), lives));
  v128.store(to + sums.tptp, isTop ? square : f32x4.mul(sums.alive(), square));
}

/** a b + c d of four walks.
 * @inline */
function both(a: v128, b: v128, c: v128, d: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), f32x4.mul(c, d));
}

/** The squared norms of the units of one sign, and of what is left of p beside x, to `found`. */
function signGroup(layer: i32, degrees: v128, index: i32): void {
  const rest = f32x4.sub(degrees, f32x4.splat(1));
  chiSquares(layer, degrees, setting.needsGradient !== 0 ? rest : f32x4.splat(0), index);
}

/**
 * The sums of a layer of piecewise linear f of four walks, to `to`: from the laws of its units' signs and of each sign's
 * squared norms, at a cost that hardly depends on the width. As kernels/freeSlice/groupSums.ts.
 */
export function groupSums(layer: i32, to: usize): void {
  const width = f32x4.splat(<f32>widthOf(layer));
  const isLinear = setting.nonlinearity === linear;
  const positive = isLinear ? width : heads(layer, widthOf(layer));
  if (setting.isAlone !== 0) {
    aloneSums(layer, positive, to);
    return;
  }
  const isTop = layer === setting.depth;
  const isOrthogonal = setting.isOrthogonal !== 0;
  const low = f32x4.splat(lowerSlope());
  const zero = f32x4.splat(0);
  signGroup(layer, positive, 0);
  const up = v128.load(found);
  const upRest = v128.load(found, 16);
  let down = zero;
  let downRest = zero;
  if (!isLinear && (lowerSlope() !== 0 || isOrthogonal || isTop)) {
    signGroup(layer, f32x4.sub(width, positive), 1);
    down = v128.load(found);
    downRest = v128.load(found, 16);
  }
  const x = f32x4.sqrt(up);
  const xLow = f32x4.sqrt(down);
  drawWords(0, layer, sums.walks(), setting.backwardKey);
  gaussianPair(words);
  let z = v128.and(v128.load(words), f32x4.gt(x, zero));
  let zLow = v128.and(v128.load(words, 16), f32x4.gt(xLow, zero));
  if (isOrthogonal && !isTop) {
    // What is left of the two across h.
    const hLow = f32x4.mul(low, xLow);
    const length = f32x4.max(both(x, x, hLow, hLow), f32x4.splat(1e-38));
    const turned = f32x4.div(f32x4.sub(f32x4.mul(x, zLow), f32x4.mul(hLow, z)), length);
    z = f32x4.neg(f32x4.mul(hLow, turned));
    zLow = f32x4.mul(x, turned);
  }
  let norm = f32x4.splat(1);
  if (isOrthogonal && layer > 0) norm = f32x4.div(width, f32x4.add(up, down));
  const xx = f32x4.mul(sums.alive(), norm);
  const xp = f32x4.mul(sums.alive(), f32x4.sqrt(norm));
  const p = f32x4.mul(x, z);
  const pLow = f32x4.mul(xLow, zLow);
  const pp = f32x4.add(f32x4.mul(z, z), upRest);
  const ppLow = f32x4.add(f32x4.mul(zLow, zLow), downRest);
  const t = isTop ? f32x4.splat(1) : sums.alive();
  const tLow = isTop ? f32x4.splat(1) : f32x4.mul(sums.alive(), low);
  const downLow = f32x4.mul(low, down);
  const pLowLow = f32x4.mul(low, pLow);
  const tt = f32x4.mul(tLow, tLow);
  v128.store(to + sums.hh, f32x4.mul(xx, f32x4.add(up, f32x4.mul(low, downLow))));
  v128.store(to + sums.hp, f32x4.mul(xp, f32x4.add(p, pLowLow)));
  v128.store(to + sums.thx, f32x4.mul(xx, both(t, up, tLow, downLow)));
  v128.store(to + sums.tpx, f32x4.mul(xp, both(t, p, tLow, pLow)));
  v128.store(to + sums.thth, f32x4.mul(xx, both(t, up, tt, f32x4.mul(low, downLow))));
  v128.store(to + sums.thtp, f32x4.mul(xp, both(t, p, tt, pLowLow)));
  v128.store(to + sums.tptp, both(t, pp, tt, ppLow));
  v128.store(to + sums.pp, f32x4.add(pp, ppLow));
}
