import { faultLayers } from './trainPrelude.ts';

const each = (tile: number, line: (t: number) => string) =>
  Array.from({ length: tile }, (_, t) => line(t)).join('\n');

/** a quad of a_l for `tile` samples in registers; private arrays would cost a factor of 3 on SwiftShader. */
function multiplyWgsl(name: string, source: string, first: string, stride: string, tile: number): string {
  return /* wgsl */ `
fn ${name}(layer: u32, quad: u32, sample: u32) {
  let units = unitQuads(layer);
  let rows = fanIn(layer);
  var weight = parametersOf(layer) + quad;
  let bias = parameters[weight + rows * units];
  let start = ${first};
  ${each(tile, (t) => `var sum${t} = bias;`)}
  for (var j = 0u; j < (rows + 3u) / 4u; j++) {
    let w0 = parameters[weight];
    let w1 = parameters[weight + units];
    let w2 = parameters[weight + 2u * units];
    let w3 = parameters[weight + 3u * units];
    weight += 4u * units;
    ${each(
      tile,
      (t) => `let x${t} = ${source}[start + ${t}u * ${stride} + j];
    sum${t} += x${t}.x * w0 + x${t}.y * w1 + x${t}.z * w2 + x${t}.w * w3;`,
    )}
  }
  ${each(tile, (t) => `keep(layer, quad, sample + ${t}u, sum${t});`)}
}
`;
}

/**
 * WGSL: entry point `forward`. A workgroup takes `groupSamples` samples through `layers` layers, all units of them or
 * `groupQuads` quads (then one layer a dispatch); a thread makes a quad of units for `tile` samples.
 */
export function forwardWgsl(tile: number): string {
  return /* wgsl */ `
fn keep(layer: u32, quad: u32, sample: u32, a: vec4f) {
  deltas[deltaAt(layer, sample) + quad] = a;
  if (sample < setting.batch && isBad(a)) { atomicMin(&report[0], setting.slot * ${faultLayers}u + layer); }
  if (layer <= setting.depth) {
    activations[activationAt(layer, sample) + quad] =
      select(vec4f(0.0), valueQuad(a), inside(quad, setting.width));
  }
}
${multiplyWgsl('multiplyInputs', 'inputs', 'inputAt(sample)', 'setting.inputQuads', tile)}
${multiplyWgsl('multiplyActivations', 'activations', 'activationAt(layer - 1u, sample)', 'setting.quads', tile)}

@compute @workgroup_size(threads)
fn forward(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let firstSample = group.x * setting.groupSamples;
  let firstQuad = group.y * setting.groupQuads;
  for (var k = 0u; k < setting.layers; k++) {
    let layer = setting.firstLayer + k;
    let quads = min(setting.groupQuads, max(unitQuads(layer), firstQuad) - firstQuad);
    for (var item = thread; item < quads * (setting.groupSamples / ${tile}u); item += threads) {
      let quad = firstQuad + item % quads;
      let sample = firstSample + (item / quads) * ${tile}u;
      if (layer == 0u) { multiplyInputs(layer, quad, sample); } else { multiplyActivations(layer, quad, sample); }
    }
    storageBarrier();
  }
}
`;
}

/**
 * WGSL: entry point `backward`: from the deltas of layer `firstLayer` down, `layers` layers; in place of the
 * pre-activations. Groups as in `forward`.
 */
export function backwardWgsl(tile: number): string {
  return /* wgsl */ `
fn keep(layer: u32, quad: u32, sample: u32, sum: vec4f) {
  let at = deltaAt(layer, sample) + quad;
  let delta = select(vec4f(0.0), sum * slopeQuad(deltas[at]), inside(quad, setting.width));
  deltas[at] = delta;
  if (sample < setting.batch && isBad(delta)) {
    atomicMin(&report[1], setting.slot * ${faultLayers}u + ${faultLayers - 1}u - layer);
  }
}

fn multiplyTransposed(layer: u32, quad: u32, sample: u32) {
  let units = unitQuads(layer);
  let row = parametersOf(layer) + 4u * quad * units;
  let start = deltaAt(layer, sample);
  ${each(tile, (t) => `var sum${t} = vec4f(0.0);`)}
  for (var i = 0u; i < units; i++) {
    let w0 = parameters[row + i];
    let w1 = parameters[row + units + i];
    let w2 = parameters[row + 2u * units + i];
    let w3 = parameters[row + 3u * units + i];
    ${each(
      tile,
      (t) => `let d${t} = deltas[start + ${t}u * units + i];
    sum${t} += vec4f(dot(w0, d${t}), dot(w1, d${t}), dot(w2, d${t}), dot(w3, d${t}));`,
    )}
  }
  ${each(tile, (t) => `keep(layer - 1u, quad, sample + ${t}u, sum${t});`)}
}

@compute @workgroup_size(threads)
fn backward(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let firstSample = group.x * setting.groupSamples;
  let firstQuad = group.y * setting.groupQuads;
  for (var k = 0u; k < setting.layers; k++) {
    let layer = setting.firstLayer - k;
    let quads = min(setting.groupQuads, max(setting.quads, firstQuad) - firstQuad);
    for (var item = thread; item < quads * (setting.groupSamples / ${tile}u); item += threads) {
      multiplyTransposed(layer, firstQuad + item % quads, firstSample + (item / quads) * ${tile}u);
    }
    storageBarrier();
  }
}
`;
}
