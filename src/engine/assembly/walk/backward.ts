import { normalVector } from '#engine/assembly/random/normalVector.ts';
import { multiply } from '#engine/assembly/walk/forward.ts';
import { deadIncrement, leastLeft, noDivisor } from '#engine/assembly/walk/numbers.ts';
import { quadCount, setting, sourceLayer } from '#engine/assembly/walk/setting.ts';
import {
  isNormed,
  multiplyBySlopes,
  report,
  rowOf,
  scaleAt,
  scaleOf,
  vectorOf,
} from '#engine/assembly/walk/state.ts';
import {
  clearTail,
  dot,
  drawn,
  entering,
  product,
  scale,
  total,
  vectorBytes,
} from '#engine/assembly/walk/vectors.ts';

const layerNorm = 2;

/** Makes of `product` what the norm's Jacobian, transposed, makes of it, but for the divisor. */
function project(walk: i32, layer: i32): void {
  const made = rowOf(walk, setting.depth + 1 + layer);
  const along = f32x4.splat(dot(product, made) / <f32>setting.width);
  const mean = f32x4.splat(setting.norm === layerNorm ? total(product) / <f32>setting.width : 0);
  for (let at: usize = 0; at < vectorBytes(); at += 16) {
    const left = f32x4.sub(v128.load(product + at), f32x4.mul(along, v128.load(made + at)));
    v128.store(product + at, f32x4.sub(left, mean));
  }
  clearTail(product);
}

/** Makes of `product` dE/dh of a residual network: what came the straight way added. */
function addStraight(walk: i32, logDivisor: f32): void {
  const reach = f32x4.splat(setting.residual * scaleOf(-logDivisor));
  const straight = vectorOf(walk);
  for (let at: usize = 0; at < vectorBytes(); at += 16) {
    const branch = f32x4.mul(v128.load(product + at), reach);
    v128.store(product + at, f32x4.add(v128.load(straight + at), branch));
  }
}

/** ln of the share of |delta|^2 that reaches a layer's branch; the input has none. */
function reachedShare(walk: i32, layer: i32, square: f32): f32 {
  if (setting.residual <= 0 || layer === 0) return 0;
  multiplyBySlopes(product, walk, layer, drawn);
  const share = dot(drawn, drawn) / square;
  return share > 0 ? <f32>Math.log(<f64>share) : deadIncrement;
}

/** Brings delta through the matrix above its layer, to `product`; returns ln of the norm's divisor there. */
function passMatrix(walk: i32, layer: i32, network: i32): f32 {
  const vector = vectorOf(walk);
  if (setting.residual > 0) multiplyBySlopes(vector, walk, layer + 1, entering);
  else memory.copy(entering, vector, vectorBytes());
  multiply(sourceLayer(layer + 1), network, true);
  return isNormed() ? load<f32>(scaleAt(walk, setting.depth + 2 + layer)) : 0;
}

/** One layer backwards; step 0 draws delta_D. delta is dE/dh in a residual network and else dE/da; as `stepForward`. */
export function stepBackward(walk: i32, k: i32): void {
  const step = setting.firstStep + k;
  const layer = setting.depth - step;
  const globalWalk = setting.firstWalk + walk;
  const isResidual = setting.residual > 0;
  let logDivisor: f32 = 0;
  let least: f32 = 0;
  if (step === 0) {
    normalVector(setting.generator, quadCount(), 0, globalWalk, setting.deltasKey, product);
    clearTail(product);
  } else {
    logDivisor = passMatrix(walk, layer, setting.sharedNetwork !== 0 ? 0 : globalWalk);
    if (isNormed() && !isResidual) {
      // Where the norm takes off all that f' passes on, rounding is left.
      multiplyBySlopes(product, walk, layer, drawn);
      least = leastLeft * dot(drawn, drawn);
    }
    if (isNormed()) project(walk, layer);
    if (isResidual) addStraight(walk, logDivisor);
    else multiplyBySlopes(product, walk, layer, product);
  }
  const square = dot(product, product);
  const divided: f32 = isResidual ? 0 : logDivisor;
  const isAlive = square > least && divided < noDivisor;
  const meanSquare = square / <f32>setting.width;
  const shrink: f32 = isAlive ? 1 / sqrt(meanSquare) : 0;
  const growth = isAlive ? <f32>Math.log(<f64>meanSquare) - 2 * divided : deadIncrement;
  let second: f32 = 0;
  if (isResidual) second = reachedShare(walk, layer, square);
  else if (!isNormed() && setting.keepsPreActivations !== 0) {
    second = dot(rowOf(walk, layer), product) * shrink;
  }
  report(walk, k, growth, second);
  scale(product, shrink, vectorOf(walk));
}
