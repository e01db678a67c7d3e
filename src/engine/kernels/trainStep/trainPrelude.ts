import { scaledNonlinearityWgsl } from '#engine/kernels/walkSlice/scaledNonlinearityWgsl.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import { furtherWgsl } from './furtherWgsl.ts';
import type { KernelKind } from './kernelKind.ts';

/** Threads of a workgroup of every training kernel. */
export const trainThreads = 64;

/** Words of `report` before the outcomes: first forward fault, first backward fault, first gradient fault, unused. */
export const reportHead = 4;

/** No fault: larger than every fault's key. */
export const noFault = 0xffffffff;

/** A fault's key is step slot * faultLayers + layer, so that the first step's comes first. */
export const faultLayers = 2048;

/** ln of a squared norm that is zero, as the kernels write it. */
export const zeroLog = -1e30;

/**
 * WGSL: bindings and layout that all training kernels share. Layer l of a network has the matrix that leads to it:
 * 0 the input layer, 1..depth hidden, depth + 1 the output layer. Parameters lie layer by layer, each [fan-in + 1,
 * quads of units], the last row being the biases; tied hidden layers have one block. Samples are padded to `capacity`, units to whole quads.
 */
const declarations = ({ isTied, hasBranches }: KernelKind) => /* wgsl */ `
struct Setting {
  batch: u32, inputs: u32, inputQuads: u32, width: u32,
  quads: u32, outputs: u32, outputQuads: u32, depth: u32,
  firstLayer: u32, layers: u32, groupSamples: u32, groupQuads: u32,
  slot: u32, capacity: u32, normsAt: u32, total: u32,
  rate: f32, momentum: f32, firstCorrection: f32, secondCorrection: f32,${hasBranches ? ' alpha: f32,' : ''}
}
@group(0) @binding(0) var<uniform> setting: Setting;
@group(0) @binding(1) var<storage, read_write> inputs: array<vec4f>; // [slots, capacity, inputQuads]
@group(0) @binding(2) var<storage, read_write> labels: array<u32>; // [slots, capacity]
@group(0) @binding(3) var<storage, read_write> parameters: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> activations: array<vec4f>; // h: [depth + 1, capacity, quads]
@group(0) @binding(5) var<storage, read_write> deltas: array<vec4f>; // a, then delta: [depth + 1, capacity, quads], [capacity, outputQuads]
@group(0) @binding(6) var<storage, read_write> report: array<atomic<u32>>; // faults, outcomes [slots, capacity, 2], norms [depth + 1, 4]
@group(0) @binding(7) var<storage, read_write> moments: array<vec4f>; // the optimiser's, or the gradient

const threads = ${trainThreads}u;

fn fanIn(layer: u32) -> u32 { return select(setting.width, setting.inputs, layer == 0u); }
fn unitQuads(layer: u32) -> u32 { return select(setting.quads, setting.outputQuads, layer > setting.depth); }
fn parametersOf(layer: u32) -> u32 {
  if (layer == 0u) { return 0u; }
  return (setting.inputs + 1u + ${isTied ? 'select(0u, 1u, layer > setting.depth)' : '(layer - 1u)'} * (setting.width + 1u)) * setting.quads;
}
fn deltaAt(layer: u32, sample: u32) -> u32 {
  return layer * setting.capacity * setting.quads + sample * unitQuads(layer);
}
fn inputAt(sample: u32) -> u32 { return (setting.slot * setting.capacity + sample) * setting.inputQuads; }
fn activationAt(layer: u32, sample: u32) -> u32 { return (layer * setting.capacity + sample) * setting.quads; }
fn inside(quad: u32, units: u32) -> vec4<bool> {
  return vec4u(4u * quad) + vec4u(0u, 1u, 2u, 3u) < vec4u(units);
}
// WGSL may assume that infinities and NaN do not occur; exponent bits cannot be argued away.
fn isBad(value: vec4f) -> bool {
  return any((bitcast<vec4u>(value) & vec4u(0x7f800000u)) == vec4u(0x7f800000u));
}
fn valueQuad(a: vec4f) -> vec4f {
  return vec4f(scaledValue(a.x, 1.0), scaledValue(a.y, 1.0), scaledValue(a.z, 1.0), scaledValue(a.w, 1.0));
}
fn slopeQuad(a: vec4f) -> vec4f {
  return vec4f(scaledSlope(a.x, 1.0), scaledSlope(a.y, 1.0), scaledSlope(a.z, 1.0), scaledSlope(a.w, 1.0));
}
`;

/** The shared part of every training kernel. */
export function trainPreludeWgsl(nonlinearity: Nonlinearity, kind: KernelKind): string {
  return `${scaledNonlinearityWgsl(nonlinearity)}\n${declarations(kind)}${furtherWgsl(kind)}`;
}
