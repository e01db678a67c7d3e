import { eachSample, sumsWgsl } from './eachSample.ts';
import type { KernelKind } from './kernelKind.ts';
import { eachOfGroup, multiplyNormedWgsl } from './normedWgsl.ts';
import { faultLayers } from './trainPrelude.ts';

/** a quad of a_l for `tile` samples in registers; private arrays would cost a factor of 3 on SwiftShader. */
function multiplyWgsl(name: string, source: string, first: string, stride: string, tile: number): string {
  return /* wgsl */ `
fn ${name}(layer: u32, quad: u32, sample: u32) -> Sums {
  let units = unitQuads(layer);
  let rows = fanIn(layer);
  var weight = parametersOf(layer) + quad;
  let bias = parameters[weight + rows * units];
  let start = ${first};
  ${eachSample(tile, (t) => `var sum${t} = bias;`)}
  for (var j = 0u; j < (rows + 3u) / 4u; j++) {
    let w0 = parameters[weight];
    let w1 = parameters[weight + units];
    let w2 = parameters[weight + 2u * units];
    let w3 = parameters[weight + 3u * units];
    weight += 4u * units;
    ${eachSample(
      tile,
      (t) => `let x${t} = ${source}[start + ${t}u * ${stride} + j];
    sum${t} += x${t}.x * w0 + x${t}.y * w1 + x${t}.z * w2 + x${t}.w * w3;`,
    )}
  }
  return Sums(${Array.from({ length: tile }, (_, t) => `sum${t}`).join(', ')});
}
`;
}

/** h_d = f(a_d). */
const keepUnits = /* wgsl */ `
fn keep(layer: u32, quad: u32, sample: u32, a: vec4f) {
  deltas[deltaAt(layer, sample) + quad] = a;
  if (sample < setting.batch && isBad(a)) { atomicMin(&report[0], setting.slot * ${faultLayers}u + layer); }
  if (layer <= setting.depth) {
    activations[activationAt(layer, sample) + quad] =
      select(vec4f(0.0), valueQuad(a), inside(quad, setting.width));
  }
}
`;

/** h_0 = a_0, and h_d = h_(d-1) + alpha f(a_d). */
const keepBranch = /* wgsl */ `
fn keep(layer: u32, quad: u32, sample: u32, a: vec4f) {
  deltas[deltaAt(layer, sample) + quad] = a;
  var bad = isBad(a);
  if (layer <= setting.depth) {
    var h = a;
    if (layer > 0u) { h = activations[activationAt(layer - 1u, sample) + quad] + setting.alpha * valueQuad(a); }
    h = select(vec4f(0.0), h, inside(quad, setting.width));
    activations[activationAt(layer, sample) + quad] = h;
    bad = bad || isBad(h);
  }
  if (sample < setting.batch && bad) { atomicMin(&report[0], setting.slot * ${faultLayers}u + layer); }
}
`;

/**
 * WGSL: entry point `forward`. A workgroup takes `groupSamples` samples through `layers` layers, all units of them or
 * `groupQuads` quads (then one layer a dispatch); a thread makes a quad of units for `tile` samples.
 */
export function forwardWgsl(tile: number, { hasBranches, norm }: KernelKind): string {
  const multiplyActivations =
    norm === 'none'
      ? multiplyWgsl(
          'multiplyActivations',
          'activations',
          'activationAt(layer - 1u, sample)',
          'setting.quads',
          tile,
        )
      : multiplyNormedWgsl(norm, tile);
  const hidden = `multiplyActivations(layer, quad, sample${norm === 'none' ? '' : ', group.y'})`;
  return /* wgsl */ `
${sumsWgsl(tile)}
${hasBranches ? keepBranch : keepUnits}
${multiplyWgsl('multiplyInputs', 'inputs', 'inputAt(sample)', 'setting.inputQuads', tile)}
${multiplyActivations}

@compute @workgroup_size(threads)
fn forward(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let firstSample = group.x * setting.groupSamples;
  let firstQuad = group.y * setting.groupQuads;
  for (var k = 0u; k < setting.layers; k++) {
    let layer = setting.firstLayer + k;
    let quads = min(setting.groupQuads, max(unitQuads(layer), firstQuad) - firstQuad);
    ${norm === 'none' ? '' : `if (layer > 0u) { ${eachOfGroup('measureNorm(layer - 1u, s, group.y);')} }`}
    for (var item = thread; item < quads * (setting.groupSamples / ${tile}u); item += threads) {
      let quad = firstQuad + item % quads;
      let sample = firstSample + (item / quads) * ${tile}u;
      var sums: Sums;
      if (layer == 0u) { sums = multiplyInputs(layer, quad, sample); } else { sums = ${hidden}; }
      for (var t = 0u; t < ${tile}u; t++) { keep(layer, quad, sample + t, pick(sums, t)); }
    }
    storageBarrier();
  }
}
`;
}
