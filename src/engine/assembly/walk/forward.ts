import { scaledValue } from '#engine/assembly/math/nonlinearity.ts';
import { multiplyDense } from '#engine/assembly/product/dense.ts';
import { multiplyOrthogonal } from '#engine/assembly/product/orthogonal.ts';
import { orthogonalLaw } from '#engine/assembly/product/weights.ts';
import { normalVector } from '#engine/assembly/random/normalVector.ts';
import { deadIncrement, leastSpread, noDivisor } from '#engine/assembly/walk/numbers.ts';
import { quadCount, setting, sourceLayer } from '#engine/assembly/walk/setting.ts';
import { isNormed, report, rowOf, scaleAt, scaleOf, vectorOf } from '#engine/assembly/walk/state.ts';
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

/** In `normNames`: the one that takes the mean off as well. */
const layerNorm = 2;

/** g W x of what is `entering`, or its transpose, to `product`. */
export function multiply(layer: i32, network: i32, isTransposed: bool): void {
  if (setting.weights === orthogonalLaw) multiplyOrthogonal(layer, network, isTransposed);
  else multiplyDense(layer, network, isTransposed);
  clearTail(product);
}

/** Makes `entering` what enters the next matrix: h, or norm(h), of mean square 1, which is kept with its divisor. */
function enter(walk: i32, layer: i32, above: f32): void {
  const h = vectorOf(walk);
  const width = <f32>setting.width;
  if (!isNormed()) {
    memory.copy(entering, h, vectorBytes());
    return;
  }
  const mean: f32 = setting.norm === layerNorm ? total(h) / width : 0;
  for (let at: usize = 0; at < vectorBytes(); at += 16) {
    v128.store(entering + at, f32x4.sub(v128.load(h + at), f32x4.splat(mean)));
  }
  clearTail(entering);
  const square = dot(entering, entering) / width;
  const isAlive = square > leastSpread;
  scale(entering, isAlive ? 1 / sqrt(square) : 0, entering);
  if (setting.keepsPreActivations !== 0) {
    memory.copy(rowOf(walk, setting.depth + 1 + layer), entering, vectorBytes());
  }
  const divisor = isAlive ? above + <f32>(0.5 * Math.log(<f64>square)) : noDivisor;
  store<f32>(scaleAt(walk, setting.depth + 2 + layer), divisor);
}

/** Adds the biases to `product`, which has ln s of `from` and is to have that of `logScale`. */
function addBiases(step: i32, network: i32, from: f32, logScale: f32): void {
  normalVector(setting.generator, quadCount(), sourceLayer(step), network, setting.biasesKey, drawn);
  const shrink = f32x4.splat(scaleOf(from - logScale));
  const size = f32x4.splat(setting.biasDeviation * scaleOf(-logScale));
  for (let at: usize = 0; at < vectorBytes(); at += 16) {
    const bias = f32x4.mul(v128.load(drawn + at), size);
    v128.store(product + at, f32x4.add(f32x4.mul(v128.load(product + at), shrink), bias));
  }
  clearTail(product);
}

/** Makes `product` h of it: f(s a)/s, in a residual network added to the h before. */
function activate(walk: i32, begins: bool, logScale: f32, above: f32): void {
  const isResidual = setting.residual > 0;
  if (isResidual && begins) return;
  const before = vectorOf(walk);
  const reach = f32x4.splat(isResidual ? setting.residual * scaleOf(logScale - above) : 1);
  const s = f32x4.splat(scaleOf(logScale));
  for (let at: usize = 0; at < vectorBytes(); at += 16) {
    const h = scaledValue(setting.nonlinearity, v128.load(product + at), s);
    const branch = f32x4.mul(h, reach);
    v128.store(product + at, isResidual ? f32x4.add(v128.load(before + at), branch) : branch);
  }
  clearTail(product);
}

/** One layer forwards; step 0 draws a_0. The reference is kernels/walkSlice/blockReference.ts, of which a plain network is a case. */
export function stepForward(walk: i32, k: i32): void {
  const step = setting.firstStep + k;
  const begins = step === 0;
  const globalWalk = setting.firstWalk + walk;
  const network = setting.sharedNetwork !== 0 ? 0 : globalWalk;
  const scaleOfH = scaleAt(walk, setting.depth + 1);
  const above = begins ? setting.inputLogScale : load<f32>(scaleOfH);
  const from: f32 = !begins && isNormed() ? 0 : above;
  const isBiased = setting.biasDeviation > 0 && !begins;
  const logScale: f32 = isBiased ? max<f32>(from, 0) : from;
  if (begins) {
    normalVector(setting.generator, quadCount(), 0, globalWalk, setting.inputsKey, product);
    clearTail(product);
  } else {
    enter(walk, step - 1, above);
    multiply(sourceLayer(step), network, false);
  }
  if (isBiased) addBiases(step, network, from, logScale);
  if (setting.keepsPreActivations !== 0) memory.copy(rowOf(walk, step), product, vectorBytes());
  activate(walk, begins, logScale, above);
  const square = dot(product, product) / <f32>setting.width;
  const isAlive = square > 0;
  const halfLog: f32 = isAlive ? <f32>(0.5 * Math.log(<f64>square)) : 0;
  const logNorm = (setting.residual > 0 && !begins ? above : logScale) + halfLog;
  scale(product, isAlive ? 1 / sqrt(square) : 0, vectorOf(walk));
  store<f32>(scaleAt(walk, step), logScale);
  store<f32>(scaleOfH, logNorm);
  report(walk, k, isAlive ? 2 * (logNorm - above) : deadIncrement, 0);
}
