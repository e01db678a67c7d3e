import { multiplyAdd } from '#engine/assembly/math/multiplyAdd.ts';
import { laneSums } from '#engine/assembly/math/numbers.ts';
import { gaussianQuads } from '#engine/assembly/random/gaussian.ts';
import {
  counterStep,
  counterWord,
  generate,
  pcg4dGenerator,
  philoxGenerator,
} from '#engine/assembly/random/generator.ts';
import { storeByCounter } from '#engine/assembly/random/normalVector.ts';
import { words } from '#engine/assembly/random/pcg4d.ts';
import { quadCount, setting } from '#engine/assembly/walk/setting.ts';
import { drawn, entering, product, scale, vectorBytes } from '#engine/assembly/walk/vectors.ts';

/** Four Gaussian vectors x_k, k = 4 panel.., a lane each: [coordinates, 4]. */
const panelRoom: usize = memory.data(16 * 1024, 16);
/** Of a panel: x.x, x.y, products of neighbours (01 12 23 30), of those after next (02 13 ..); then sigma, twice over v.v, v.y, coefficients. */
const sums: usize = memory.data(128, 16);

/** @inline */
function lane(vector: usize, k: usize): f32 {
  return load<f32>(vector + (k << 2));
}

/** Draws a panel's vectors, zero before coordinate k and beyond the width, and their `sums` with `entering`.
 * @inline */
function drawPanel(generator: i32, panel: i32, layer: i32, network: i32): void {
  const b = counterWord(generator, i32x4.splat(layer));
  const c = counterWord(generator, i32x4.splat(network));
  const d = counterWord(generator, i32x4.splat(setting.weightsKey));
  const k = i32x4.add(i32x4.splat(4 * panel), i32x4(0, 1, 2, 3));
  let a = counterWord(generator, i32x4.add(i32x4.splat(panel), i32x4.shl(k, 8)));
  // The last coordinate has no reflection of its own.
  const isReflected = i32x4.lt_s(k, i32x4.splat(setting.width - 1));
  let xx = f32x4.splat(0);
  let xy = f32x4.splat(0);
  let next = f32x4.splat(0);
  let afterNext = f32x4.splat(0);
  for (let quad = panel; quad < quadCount(); quad++) {
    generate(generator, a, b, c, d);
    gaussianQuads();
    for (let e = 0; e < 4; e++) {
      const coordinate = 4 * quad + e;
      const isIn = v128.and(isReflected, i32x4.ge_s(i32x4.splat(coordinate), k));
      const drawnHere = v128.and(v128.load(words + ((<usize>e) << 4)), isIn);
      const x = coordinate < setting.width ? drawnHere : f32x4.splat(0);
      v128.store(panelRoom + ((<usize>coordinate) << 4), x);
      xx = multiplyAdd(x, x, xx);
      xy = multiplyAdd(x, v128.load32_splat(entering + ((<usize>coordinate) << 2)), xy);
      next = multiplyAdd(x, v128.shuffle<f32>(x, x, 1, 2, 3, 0), next);
      afterNext = multiplyAdd(x, v128.shuffle<f32>(x, x, 2, 3, 0, 1), afterNext);
    }
    a = i32x4.add(a, counterStep(generator, 1));
  }
  v128.store(sums, xx);
  v128.store(sums, xy, 16);
  v128.store(sums, next, 32);
  v128.store(sums, afterNext, 48);
}

/** Entry k of x_j, both counted within the panel. */
function panelEntry(panel: i32, j: usize, k: usize): f32 {
  return lane(panelRoom + ((<usize>(4 * panel) + k) << 4), j);
}

/** What each reflection takes off: the coefficients of its vector, the later ones knowing of the earlier. */
function solvePanel(panel: i32, isDescending: bool): void {
  const sigma = sums + 64;
  const twice = sums + 80;
  const vy = sums + 96;
  for (let k: usize = 0; k < 4; k++) {
    const xx = lane(sums, k);
    const head = panelEntry(panel, k, k);
    const norm = sqrt(xx);
    const vv: f32 = 2.0 * (xx + norm * abs(head));
    const own: f32 = head >= 0 ? norm : -norm;
    store<f32>(sigma + (k << 2), own);
    store<f32>(twice + (k << 2), vv > 0 ? 2 / vv : 0);
    store<f32>(vy + (k << 2), lane(sums + 16, k) + own * lane(entering + ((<usize>panel) << 4), k));
  }
  const ab = lane(sums + 32, 0) + lane(sigma, 1) * panelEntry(panel, 0, 1);
  const bc = lane(sums + 32, 1) + lane(sigma, 2) * panelEntry(panel, 1, 2);
  const cd = lane(sums + 32, 2) + lane(sigma, 3) * panelEntry(panel, 2, 3);
  const ad = lane(sums + 32, 3) + lane(sigma, 3) * panelEntry(panel, 0, 3);
  const ac = lane(sums + 48, 0) + lane(sigma, 2) * panelEntry(panel, 0, 2);
  const bd = lane(sums + 48, 1) + lane(sigma, 3) * panelEntry(panel, 1, 3);
  let a: f32 = 0;
  let b: f32 = 0;
  let c: f32 = 0;
  let d: f32 = 0;
  if (isDescending) {
    d = lane(twice, 3) * lane(vy, 3);
    c = lane(twice, 2) * (lane(vy, 2) - d * cd);
    b = lane(twice, 1) * (lane(vy, 1) - d * bd - c * bc);
    a = lane(twice, 0) * (lane(vy, 0) - d * ad - c * ac - b * ab);
  } else {
    a = lane(twice, 0) * lane(vy, 0);
    b = lane(twice, 1) * (lane(vy, 1) - a * ab);
    c = lane(twice, 2) * (lane(vy, 2) - a * ac - b * bc);
    d = lane(twice, 3) * (lane(vy, 3) - a * ad - b * bd - c * cd);
  }
  v128.store(sums, f32x4(a, b, c, d), 112);
}

/** Takes a panel's vectors off `entering`. */
function applyPanel(panel: i32): void {
  const c = v128.load(sums, 112);
  for (let quad = panel; quad < quadCount(); quad++) {
    const x = panelRoom + ((<usize>quad) << 6);
    const taken = laneSums(
      f32x4.mul(c, v128.load(x)),
      f32x4.mul(c, v128.load(x, 16)),
      f32x4.mul(c, v128.load(x, 32)),
      f32x4.mul(c, v128.load(x, 48)),
    );
    const at = entering + ((<usize>quad) << 4);
    v128.store(at, f32x4.sub(v128.load(at), taken));
  }
  const at = entering + ((<usize>panel) << 4);
  v128.store(at, f32x4.sub(v128.load(at), f32x4.mul(c, v128.load(sums, 64))));
}

function reflectPanel(panel: i32, isDescending: bool, layer: i32, network: i32): void {
  if (setting.generator === philoxGenerator) drawPanel(philoxGenerator, panel, layer, network);
  else drawPanel(pcg4dGenerator, panel, layer, network);
  solvePanel(panel, isDescending);
  applyPanel(panel);
}

/** @inline */
function drawSigns(generator: i32, layer: i32, network: i32): void {
  const b = counterWord(generator, i32x4.splat(layer));
  const c = counterWord(generator, i32x4.splat(network));
  const d = counterWord(generator, i32x4.splat(setting.signsKey));
  for (let quad = 0; quad < quadCount(); quad += 4) {
    const a = counterWord(generator, i32x4.add(i32x4.splat(quad), i32x4(0, 1, 2, 3)));
    generate(generator, a, b, c, d);
    storeByCounter(drawn + ((<usize>quad) << 4));
  }
}

function flip(layer: i32, network: i32): void {
  if (setting.generator === philoxGenerator) drawSigns(philoxGenerator, layer, network);
  else drawSigns(pcg4dGenerator, layer, network);
  for (let at: usize = 0; at < vectorBytes(); at += 16) {
    const sign = v128.and(v128.load(drawn + at), i32x4.splat(0x80000000));
    v128.store(entering + at, v128.xor(v128.load(entering + at), sign));
  }
}

/**
 * g Q x, or g Q^T x, of what is `entering`, to `product`, for Q = H_0 H_1 .. H_(N-2) S: reflections made of Gaussian
 * vectors and random signs (Stewart 1980). Four reflections at a time, as in kernels/walkSlice/orthogonalProductWgsl.ts, but each
 * vector is drawn once.
 */
export function multiplyOrthogonal(layer: i32, network: i32, isTransposed: bool): void {
  if (isTransposed) {
    for (let panel = 0; panel < quadCount(); panel++) reflectPanel(panel, false, layer, network);
    flip(layer, network);
  } else {
    flip(layer, network);
    for (let panel = quadCount(); panel > 0; panel--) reflectPanel(panel - 1, true, layer, network);
  }
  scale(entering, setting.gain, product);
}
