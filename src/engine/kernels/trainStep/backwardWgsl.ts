import { eachSample, sumsWgsl } from './eachSample.ts';
import type { KernelKind } from './kernelKind.ts';
import { eachOfGroup, noteAlongWgsl, throughNormWgsl } from './normedWgsl.ts';
import { faultLayers } from './trainPrelude.ts';

const noteFault = (delta: string) => /* wgsl */ `
  if (sample < setting.batch && isBad(${delta})) {
    atomicMin(&report[1], setting.slot * ${faultLayers}u + ${faultLayers - 1}u - layer);
  }`;

/** delta_d = f'(a_d) times what comes down. */
const errorOfUnits = /* wgsl */ `
  let delta = select(vec4f(0.0), sum * slopeQuad(a), inside(quad, setting.width));
  ${noteFault('delta')}`;

/** dE/dh_d is what comes through the branch and what passes by it; its delta is alpha f'(a_d) times that, and the same for h_0 = a_0. */
const errorOfBranch = /* wgsl */ `
  var stream = select(vec4f(0.0), sum, inside(quad, setting.width));
  if (layer < setting.depth) { stream += further[activationAt(layer + 1u, sample) + quad]; }
  further[activationAt(layer, sample) + quad] = stream;
  ${noteFault('stream')}
  let delta = select(stream, setting.alpha * slopeQuad(a) * stream, layer > 0u);`;

/** WGSL: `keep`, from the gradient by what the matrix above read to the delta of a layer, in place of its pre-activations. */
function keepWgsl({ hasBranches, norm }: KernelKind): string {
  const isNormed = norm !== 'none';
  return /* wgsl */ `
${isNormed ? throughNormWgsl(norm) + noteAlongWgsl(norm) : ''}
fn keep(layer: u32, quad: u32, sample: u32, product: vec4f${isNormed ? ', row: u32' : ''}) {
  let at = deltaAt(layer, sample) + quad;
  let a = deltas[at];
  let sum = ${isNormed ? 'throughNorm(layer, sample, quad, row, product)' : 'product'};
  ${hasBranches ? errorOfBranch : errorOfUnits}
  deltas[at] = delta;
  ${isNormed ? 'if (layer > 0u) { noteAlong(layer, sample, quad, a, delta); }' : ''}
}
`;
}

/**
 * WGSL: entry point `backward`: from the deltas of layer `firstLayer` down, `layers` layers; in place of the
 * pre-activations. Groups as in `forward`.
 */
export function backwardWgsl(tile: number, kind: KernelKind): string {
  const isNormed = kind.norm !== 'none';
  return /* wgsl */ `
${sumsWgsl(tile)}
${keepWgsl(kind)}
fn multiplyTransposed(layer: u32, quad: u32, sample: u32) -> Sums {
  let units = unitQuads(layer);
  let row = parametersOf(layer) + 4u * quad * units;
  let start = deltaAt(layer, sample);
  ${eachSample(tile, (t) => `var sum${t} = vec4f(0.0);`)}
  for (var i = 0u; i < units; i++) {
    let w0 = parameters[row + i];
    let w1 = parameters[row + units + i];
    let w2 = parameters[row + 2u * units + i];
    let w3 = parameters[row + 3u * units + i];
    ${eachSample(
      tile,
      (t) => `let d${t} = deltas[start + ${t}u * units + i];
    sum${t} += vec4f(dot(w0, d${t}), dot(w1, d${t}), dot(w2, d${t}), dot(w3, d${t}));`,
    )}
  }
  return Sums(${Array.from({ length: tile }, (_, t) => `sum${t}`).join(', ')});
}

@compute @workgroup_size(threads)
fn backward(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let firstSample = group.x * setting.groupSamples;
  let firstQuad = group.y * setting.groupQuads;
  for (var k = 0u; k < setting.layers; k++) {
    let layer = setting.firstLayer - k;
    let quads = min(setting.groupQuads, max(setting.quads, firstQuad) - firstQuad);
    ${isNormed ? eachOfGroup('sumAlong(layer, s, group.y);') : ''}
    for (var item = thread; item < quads * (setting.groupSamples / ${tile}u); item += threads) {
      let quad = firstQuad + item % quads;
      let sample = firstSample + (item / quads) * ${tile}u;
      let sums = multiplyTransposed(layer, quad, sample);
      for (var t = 0u; t < ${tile}u; t++) {
        keep(layer - 1u, quad, sample + t, pick(sums, t)${isNormed ? ', group.y' : ''});
      }
    }
    storageBarrier();
  }
}
`;
}
