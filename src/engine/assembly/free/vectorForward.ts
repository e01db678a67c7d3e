import { report, walksOf } from '#engine/assembly/free/report.ts';
import { setting, widthOf } from '#engine/assembly/free/setting.ts';
import * as sums from '#engine/assembly/free/sums.ts';
import { directionFactor, preActivations, scaleOf, units } from '#engine/assembly/free/units.ts';
import { dead, lengthsOf, meet, normalise, storeSpread, vectorOf } from '#engine/assembly/free/vectors.ts';
import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { scaledValue } from '#engine/assembly/math/nonlinearity.ts';

/** h of a unit of four walks: f(a), in a residual network added to the stream, which starts from a_0. */
function activated(layer: i32, unit: i32, stream: usize, s: v128, reach: v128): v128 {
  const a = v128.load(units + ((<usize>(unit & 3)) << 4));
  const isResidual = setting.residual > 0;
  if (isResidual && layer === 0) return a;
  const h = scaledValue(setting.nonlinearity, a, s);
  return isResidual ? multiplyAdd(reach, h, v128.load(stream + ((<usize>unit) << 4))) : h;
}

/** One layer forwards of networks whose vectors are kept. As `vectorOn` of kernels/freeSlice/vectorWgsl.ts. */
export function vectorForward(group: i32, k: i32): void {
  const layer = setting.firstStep + k;
  const width = widthOf(0);
  v128.store(sums.place, walksOf(group), 48);
  meet(group, layer);
  const logScale = sums.logScale();
  const before = layer > 0 ? v128.load(lengthsOf(group, layer - 1)) : logScale;
  const reach = f32x4.mul(f32x4.splat(setting.residual), scaleOf(f32x4.sub(logScale, before)));
  const factor = directionFactor(layer, width);
  const s = scaleOf(logScale);
  const stream = vectorOf(group, max(0, layer - 1));
  const vector = vectorOf(group, layer);
  let square = f32x4.splat(0);
  for (let quad = 0; 4 * quad < width; quad++) {
    preActivations(quad, layer, width, factor);
    for (let unit = 4 * quad; unit < min(width, 4 * quad + 4); unit++) {
      const h = activated(layer, unit, stream, s, reach);
      v128.store(vector + ((<usize>unit) << 4), h);
      square = multiplyAdd(h, h, square);
    }
  }
  const zero = f32x4.splat(0);
  const lives = f32x4.gt(square, zero);
  const half = f32x4.mul(f32x4.splat(0.5), normalise(vector, square, zero));
  const start = setting.residual > 0 && layer > 0 ? before : logScale;
  const logLength = f32x4.add(start, v128.and(half, lives));
  const lengths = lengthsOf(group, layer);
  v128.store(lengths, logLength);
  storeSpread(vector, lives, lengths);
  const grown = f32x4.sub(logLength, before);
  report(group, k, v128.bitselect(f32x4.add(grown, grown), f32x4.splat(dead), lives));
}
