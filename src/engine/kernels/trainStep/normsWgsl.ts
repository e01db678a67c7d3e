import type { KernelKind } from './kernelKind.ts';
import { zeroLog } from './trainPrelude.ts';

const logNorm = /* wgsl */ `
// ln of a squared norm from the largest |entry| and the sum of squares over its square.
fn logOf(largest: f32, sum: f32) -> f32 {
  return select(${zeroLog}, 2.0 * log(largest) + log(sum), largest > 0.0);
}
fn inverse(size: f32) -> f32 { return select(0.0, 1.0 / max(size, 1e-37), size > 0.0); }
fn largestOf(value: vec4f) -> f32 {
  let size = abs(value);
  return max(max(size.x, size.y), max(size.z, size.w));
}
`;

/**
 * WGSL: entry point `norms`, a workgroup a layer: into `report`, at [layer, 0] and [layer, 1] the mean over samples of
 * ln |delta_d|^2 and ln |h_d|^2, samples with a zero norm left out; with branches delta_d is the stream's gradient, dE/dh_d.
 * Scaled by the largest entry, so that nothing under- or overflows.
 */
export function normsWgsl({ hasBranches }: KernelKind): string {
  const errors = hasBranches ? 'further' : 'deltas';
  return /* wgsl */ `
${logNorm}
var<workgroup> shared4: array<vec4f, threads>;

fn rowLog(isDelta: bool, at: u32) -> f32 {
  var largest = 0.0;
  for (var q = 0u; q < setting.quads; q++) {
    largest = max(largest, largestOf(select(activations[at + q], ${errors}[at + q], isDelta)));
  }
  let shrink = inverse(largest);
  var sum = 0.0;
  for (var q = 0u; q < setting.quads; q++) {
    let value = select(activations[at + q], ${errors}[at + q], isDelta) * shrink;
    sum += dot(value, value);
  }
  return logOf(largest, sum);
}

@compute @workgroup_size(threads)
fn norms(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let layer = group.x;
  var mine = vec4f(0.0);
  for (var sample = thread; sample < setting.batch; sample += threads) {
    let delta = rowLog(true, deltaAt(layer, sample));
    let activation = rowLog(false, activationAt(layer, sample));
    if (delta > ${zeroLog}) { mine += vec4f(delta, 1.0, 0.0, 0.0); }
    if (activation > ${zeroLog}) { mine += vec4f(0.0, 0.0, activation, 1.0); }
  }
  shared4[thread] = mine;
  workgroupBarrier();
  if (thread != 0u) { return; }
  var all = vec4f(0.0);
  for (var k = 0u; k < threads; k++) { all += shared4[k]; }
  let delta = select(${zeroLog}, all.x / max(all.y, 1.0), all.y > 0.0);
  let activation = select(${zeroLog}, all.z / max(all.w, 1.0), all.w > 0.0);
  atomicStore(&report[setting.normsAt + 4u * layer], bitcast<u32>(delta));
  atomicStore(&report[setting.normsAt + 4u * layer + 1u], bitcast<u32>(activation));
}
`;
}

/** WGSL: entry point `gradientNorms`, a workgroup a hidden layer from `firstLayer` on: ln of its matrix's gradient's squared norm at [d, 2]; `moments` holds the gradient. */
export const gradientNormsWgsl = /* wgsl */ `
${logNorm}
var<workgroup> sharedPair: array<vec2f, threads>;

@compute @workgroup_size(threads)
fn gradientNorms(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let layer = setting.firstLayer + group.x;
  let start = parametersOf(layer);
  let count = setting.width * setting.quads;
  var largest = 0.0;
  for (var q = thread; q < count; q += threads) { largest = max(largest, largestOf(moments[start + q])); }
  let shrink = inverse(largest);
  var sum = 0.0;
  for (var q = thread; q < count; q += threads) {
    let value = moments[start + q] * shrink;
    sum += dot(value, value);
  }
  sharedPair[thread] = vec2f(largest, sum);
  workgroupBarrier();
  if (thread != 0u) { return; }
  var top = 0.0;
  for (var k = 0u; k < threads; k++) { top = max(top, sharedPair[k].x); }
  var all = 0.0;
  for (var k = 0u; k < threads; k++) {
    let ratio = sharedPair[k].x * inverse(top);
    all += sharedPair[k].y * ratio * ratio;
  }
  atomicStore(&report[setting.normsAt + 4u * layer + 2u], bitcast<u32>(logOf(top, all)));
}
`;
