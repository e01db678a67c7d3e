import { type Generator, generators } from '#engine/random/generator.ts';
import { weightQuadWgsl } from '#engine/random/weightQuad.ts';
import { isOfBlocks } from '#theory/isOfBlocks.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import type { Norm } from '#theory/norm.ts';
import type { WeightLaw } from '#theory/weightLaw.ts';
import { blockWgsl } from './blockWgsl.ts';
import { denseProductWgsl } from './denseProductWgsl.ts';
import { orthogonalProductWgsl } from './orthogonalProductWgsl.ts';
import { scaledNonlinearityWgsl } from './scaledNonlinearityWgsl.ts';
import { deadIncrement, logScaleLimit } from './walkSlice.ts';

/** What a pipeline is specialised for; everything else is a uniform, so that dragging a slider compiles nothing. */
export interface WalkPipelineKey {
  readonly nonlinearity: Nonlinearity;
  readonly weights: WeightLaw;
  readonly generator: Generator;
  /** Units of a layer; pipelines differ by the room that their vectors have, not by the width itself. */
  readonly width: number;
  /** Residual and normalised networks have entry points of their own, by whether there are branches and by the norm. */
  readonly residual: number;
  readonly norm: Norm;
}

/** Units that most networks have at most. */
const usualWidth = 256;

/**
 * Quads that the vectors of a workgroup have room for: one room for most networks, one for the widest. A device fills
 * the room with zeros first, and a software adapter compiles that store by store: 2 of 2.9 s for 256 quads.
 */
export const computeRoom = (width: number): number => (width <= usualWidth ? 64 : 256);

/** Words of the uniform block, in order (docs/MODEL.md, "Kernel"). */
const declarations = /* wgsl */ `
struct Setting {
  width: u32, quads: u32, depth: u32, backward: u32,
  firstWalk: u32, sharedNetwork: u32, keepsPreActivations: u32, firstStep: u32,
  steps: u32, weightsKey: u32, inputsKey: u32, deltasKey: u32,
  biasesKey: u32, signsKey: u32, gain: f32, inputLogScale: f32,
  biasDeviation: f32, rootWidth: f32, parts: u32, tied: u32,
  residual: f32, unused0: u32, unused1: u32, unused2: u32,
}
@group(0) @binding(0) var<uniform> setting: Setting;
@group(0) @binding(1) var<storage, read_write> preActivations: array<vec4f>; // [batch, depth + 1, quads]
@group(0) @binding(2) var<storage, read_write> logScales: array<f32>; // [batch, depth + 2]
@group(0) @binding(3) var<storage, read_write> vectors: array<vec4f>; // [batch, quads]
@group(0) @binding(4) var<storage, read_write> increments: array<vec2f>; // [batch, steps]

var<workgroup> current: array<vec4f, room>; // the vector that is walked, squared norm = width
var<workgroup> product: array<vec4f, room>;
var<workgroup> partial: array<vec4f, threads>;
var<workgroup> sums: array<vec2f, threads>;
var<workgroup> sumsOfSums: array<vec2f, 8>;

// The layer whose matrix and biases a layer has.
fn sourceLayer(layer: u32) -> u32 { return select(layer, 1u, setting.tied == 1u); }

fn inside(quad: u32) -> vec4f {
  return select(vec4f(0.0), vec4f(1.0), vec4u(4u * quad) + vec4u(0u, 1u, 2u, 3u) < vec4u(setting.width));
}

fn total(value: vec2f, thread: u32) -> vec2f {
  sums[thread] = value;
  workgroupBarrier();
  if (thread < 8u) {
    var sum = vec2f(0.0);
    for (var k = thread; k < threads; k += 8u) { sum += sums[k]; }
    sumsOfSums[thread] = sum;
  }
  workgroupBarrier();
  var sum = vec2f(0.0);
  for (var k = 0u; k < 8u; k++) { sum += sumsOfSums[k]; }
  return sum;
}
`;

/** WGSL: `valueQuad`, `slopeQuad` and `scaleOf`, over `scaledNonlinearityWgsl`. */
export const nonlinearityOfQuadsWgsl = /* wgsl */ `
fn valueQuad(x: vec4f, s: f32) -> vec4f {
  return vec4f(scaledValue(x.x, s), scaledValue(x.y, s), scaledValue(x.z, s), scaledValue(x.w, s));
}
fn slopeQuad(x: vec4f, s: f32) -> vec4f {
  return vec4f(scaledSlope(x.x, s), scaledSlope(x.y, s), scaledSlope(x.z, s), scaledSlope(x.w, s));
}
fn scaleOf(logScale: f32) -> f32 { return exp(clamp(logScale, -${logScaleLimit}.0, ${logScaleLimit}.0)); }
`;

/** WGSL: `draw` makes the start of a direction the product. */
const drawWgsl = /* wgsl */ `
fn draw(quad: u32, walk: u32) {
  let key = select(setting.inputsKey, setting.deltasKey, setting.backward == 1u);
  product[quad] = gaussianQuad(generate(vec4u(quad, 0u, walk, key))) * inside(quad);
}
`;

const entryPoint = /* wgsl */ `
// Replaces the product by the next vector (f of it, or slope times it); returns this thread's sums of squares.
fn activate(quad: u32, walk: u32, network: u32, step: u32, above: f32, logScale: f32) -> vec2f {
  let start = (walk * (setting.depth + 1u)) * setting.quads + quad;
  if (setting.backward == 1u) {
    var delta = product[quad];
    var dotted = vec4f(0.0);
    if (setting.keepsPreActivations == 1u) {
      let a = preActivations[start + (setting.depth - step) * setting.quads];
      if (step > 0u) { delta *= slopeQuad(a, scaleOf(logScale)); }
      dotted = a * delta;
    }
    delta *= inside(quad);
    product[quad] = delta;
    return vec2f(dot(delta, delta), dot(dotted, inside(quad)));
  }
  var a = product[quad];
  if (setting.biasDeviation > 0.0 && step > 0u) {
    let bias = gaussianQuad(generate(vec4u(quad, sourceLayer(step), network, setting.biasesKey)));
    a = a * exp(max(above - logScale, -${logScaleLimit}.0)) + bias * setting.biasDeviation * scaleOf(-logScale);
  }
  if (setting.keepsPreActivations == 1u) { preActivations[start + step * setting.quads] = a; }
  let h = valueQuad(a, scaleOf(logScale)) * inside(quad);
  product[quad] = h;
  return vec2f(dot(h, h), 0.0);
}

@compute @workgroup_size(threads)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let walk = group.x;
  let globalWalk = setting.firstWalk + walk;
  let network = select(globalWalk, 0u, setting.sharedNetwork == 1u);
  let scales = walk * (setting.depth + 2u);
  for (var q = thread; q < setting.quads; q += threads) { current[q] = vectors[walk * setting.quads + q]; }
  // logScales[0..depth]: scale of each layer's pre-activations; [depth + 1]: scale of the current activations.
  var above = select(logScales[scales + setting.depth + 1u], setting.inputLogScale, setting.firstStep == 0u);
  workgroupBarrier();
  for (var k = 0u; k < setting.steps; k++) {
    let step = setting.firstStep + k;
    if (step == 0u) {
      for (var q = thread; q < setting.quads; q += threads) { draw(q, globalWalk); }
    } else if (setting.backward == 1u) {
      multiplyTransposed(sourceLayer(setting.depth + 1u - step), network, thread);
    } else {
      multiply(sourceLayer(step), network, thread);
    }
    workgroupBarrier();
    var logScale = select(above, max(above, 0.0), setting.biasDeviation > 0.0 && step > 0u);
    if (setting.backward == 1u && setting.keepsPreActivations == 1u) { logScale = logScales[scales + setting.depth - step]; }
    var mine = vec2f(0.0);
    for (var q = thread; q < setting.quads; q += threads) {
      mine += activate(q, walk, network, step, above, logScale);
    }
    let sum = total(mine, thread);
    let alive = sum.x > 0.0;
    let width = f32(setting.width);
    let halfLog = select(0.0, 0.5 * log(max(sum.x, 1e-38) / width), alive);
    let shrink = select(0.0, sqrt(width / max(sum.x, 1e-38)), alive);
    for (var q = thread; q < setting.quads; q += threads) { current[q] = product[q] * shrink; }
    if (thread == 0u) {
      var increment = 2.0 * halfLog;
      if (setting.backward == 0u) {
        increment += 2.0 * (logScale - above);
        logScales[scales + step] = logScale;
      }
      increments[walk * setting.steps + k] = vec2f(select(${deadIncrement}, increment, alive), sum.y * shrink);
    }
    if (setting.backward == 0u) { above = logScale + halfLog; }
    workgroupBarrier();
  }
  for (var q = thread; q < setting.quads; q += threads) { vectors[walk * setting.quads + q] = current[q]; }
  if (thread == 0u && setting.backward == 0u) { logScales[scales + setting.depth + 1u] = above; }
}
`;

/** The whole shader of one pipeline; one workgroup of `threads` walks one network. */
export function walkSliceWgsl(
  { nonlinearity, weights, generator, width, residual, norm }: WalkPipelineKey,
  threads: number,
): string {
  return [
    `const threads = ${threads}u;`,
    `const room = ${computeRoom(width)}u;`,
    declarations,
    generators[generator].wgsl,
    weightQuadWgsl(weights),
    scaledNonlinearityWgsl(nonlinearity),
    nonlinearityOfQuadsWgsl,
    weights === 'orthogonal' ? orthogonalProductWgsl : denseProductWgsl,
    drawWgsl,
    isOfBlocks({ residual, norm }) ? blockWgsl({ isResidual: residual > 0, norm }) : entryPoint,
  ].join('\n');
}
