import { scaledNonlinearityWgsl } from '#engine/kernels/walkSlice/scaledNonlinearityWgsl.ts';
import { deadIncrement } from '#engine/kernels/walkSlice/walkSlice.ts';
import { nonlinearityOfQuadsWgsl } from '#engine/kernels/walkSlice/walkSliceWgsl.ts';
import { gaussianQuadWgsl } from '#engine/random/gaussianQuad.ts';
import { type Generator, generators } from '#engine/random/generator.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import type { Norm } from '#theory/norm.ts';
import type { FreeWay, FreeWeights } from './freeSlice.ts';
import { groupSumsWgsl } from './groupSumsWgsl.ts';
import { unitSumsWgsl } from './unitSumsWgsl.ts';
import { vectorWgsl } from './vectorWgsl.ts';

/** What a pipeline is specialised for. */
export interface FreePipelineKey {
  readonly nonlinearity: Nonlinearity;
  readonly weights: FreeWeights;
  readonly generator: Generator;
  readonly way: FreeWay;
  readonly residual: number;
  readonly norm: Norm;
}

/** Walks of a workgroup: a thread walks one, without barriers; small, so that few walks still use every core. */
export const walksPerGroup = 32;

/** Words of the uniform block, in order (docs/MODEL.md, "Kernel"). */
const declarations = /* wgsl */ `
struct Setting {
  depth: u32, backward: u32, firstWalk: u32, batch: u32,
  firstStep: u32, steps: u32, needsGradient: u32, forwardKey: u32,
  backwardKey: u32, inputsKey: u32, deltasKey: u32, biasesKey: u32,
  signsKey: u32, inputLogScale: f32, biasDeviation: f32, residual: f32,
  gradientAlone: u32, unused0: u32, unused1: u32, unused2: u32,
}
@group(0) @binding(0) var<uniform> setting: Setting;
@group(0) @binding(1) var<storage, read_write> layers: array<vec4f>; // [depth + 1]: n, ln(g sigma), quads, unused
@group(0) @binding(2) var<storage, read_write> carried: array<vec4f>; // [batch]: ln|h|, is alive, rho, unused
@group(0) @binding(4) var<storage, read_write> increments: array<f32>; // [batch, steps]

const threads = ${walksPerGroup}u;
const deadLog = f32(${deadIncrement});

// Where a layer is met; alive is 0 once a layer before had nothing to pass on, and 1 otherwise.
struct Place { layer: u32, width: u32, walk: u32, above: f32, logScale: f32, alive: f32 }

fn inside(quad: u32, width: u32) -> vec4f {
  return select(vec4f(0.0), vec4f(1.0), vec4u(4u * quad) + vec4u(0u, 1u, 2u, 3u) < vec4u(width));
}
`;

const sumsKept = '@group(0) @binding(3) var<storage, read_write> kept: array<mat2x4f>; // [depth + 1, batch]';
/** What is kept for the backward pass: the sums of every layer, or vectors and their log-lengths (`keptFloats`). */
const keptWgsl: Readonly<Record<FreeWay, string>> = {
  units: sumsKept,
  groups: sumsKept,
  vectors: '@group(0) @binding(3) var<storage, read_write> kept: array<vec4f>;',
};

const entryPoint = /* wgsl */ `
fn walkOn(walk: u32) {
  var logNorm = carried[walk].x;
  var alive = carried[walk].y;
  for (var k = 0u; k < setting.steps; k++) {
    let layer = setting.firstStep + k;
    let begins = layer == 0u;
    if (begins) { alive = 1.0; }
    let growth = layers[layer].y;
    let above = select(growth + logNorm, setting.inputLogScale, begins);
    let logScale = select(above, max(above, 0.0), setting.biasDeviation > 0.0 && !begins);
    let place = Place(layer, u32(layers[layer].x), setting.firstWalk + walk, above, logScale, alive);
    let sums = layerSums(place);
    if (setting.needsGradient == 1u) { kept[layer * setting.batch + walk] = sums; }
    let lives = sums[0].x > 0.0;
    let halfLog = select(0.0, 0.5 * log(max(sums[0].x, 1e-38)), lives);
    increments[walk * setting.steps + k] =
      select(deadLog, 2.0 * (halfLog + (logScale - above) + growth), lives);
    logNorm = select(deadLog, logScale + halfLog, lives);
    alive = select(0.0, 1.0, lives);
  }
  carried[walk] = vec4f(logNorm, alive, 0.0, 0.0);
}

// rho: the component of delta along x, W h's direction times the root of its length squared in expectation.
fn walkBack(walk: u32) {
  var rho = carried[walk].z;
  for (var k = 0u; k < setting.steps; k++) {
    let step = setting.firstStep + k;
    let layer = setting.depth - step;
    let sums = kept[layer * setting.batch + walk];
    var along = 0.0; // B: how much of h is in W^T delta, beside the fresh p
    var fresh = 1.0;
    var growth = 0.0;
    if (step > 0u) { growth = layers[layer + 1u].y; }
    if (step > 0u && !isAlone()) {
      let width = layers[layer].x;
      let hh = max(sums[0].x, 1e-38);
      if (isOrthogonal) { fresh = sqrt(max(width - rho * rho, 0.0) / max(sums[1].w, 1e-30)); }
      // Nothing is perpendicular to the only unit.
      if (width == 1.0) { fresh = 0.0; }
      if (sums[0].x > 0.0) { along = rho * inverseSqrt(hh) - fresh * sums[0].y / hh; }
    }
    let square = along * along * sums[1].x + 2.0 * along * fresh * sums[1].y + fresh * fresh * sums[1].z;
    let lives = square > 0.0;
    increments[walk * setting.steps + k] = select(deadLog, log(max(square, 1e-38)) + 2.0 * growth, lives);
    rho = select(0.0, (along * sums[0].z + fresh * sums[0].w) * inverseSqrt(max(square, 1e-38)), lives);
  }
  carried[walk].z = rho;
}

@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= setting.batch) { return; }
  if (setting.backward == 1u) { walkBack(id.x); } else { walkOn(id.x); }
}
`;

/** The whole shader of one pipeline. */
export function freeSliceWgsl({
  nonlinearity,
  weights,
  generator,
  way,
  residual,
  norm,
}: FreePipelineKey): string {
  return [
    declarations,
    keptWgsl[way],
    `const isOrthogonal = ${weights === 'orthogonal'};`,
    generators[generator].wgsl,
    gaussianQuadWgsl,
    scaledNonlinearityWgsl(nonlinearity),
    nonlinearityOfQuadsWgsl,
    way === 'groups' ? groupSumsWgsl(nonlinearity) : unitSumsWgsl,
    way === 'vectors' ? vectorWgsl({ isResidual: residual > 0, norm }) : entryPoint,
  ].join('\n');
}
