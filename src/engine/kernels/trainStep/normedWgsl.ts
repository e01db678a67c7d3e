import { normEpsilon } from '#engine/train/normEpsilon.ts';
import type { Norm } from '#theory/norm.ts';
import { eachSample } from './eachSample.ts';

type RealNorm = Exclude<Norm, 'none'>;

/**
 * WGSL: `measureNorm`, the mean that a normalisation takes off a sample of a layer, and the factor it multiplies by. Each row of
 * workgroups of the grid has totals of its own, for rows do not wait for each other; what stays is written by the first.
 */
function measureNormWgsl(norm: RealNorm): string {
  const isCentred = norm === 'layer';
  return /* wgsl */ `
fn measureNorm(layer: u32, sample: u32, row: u32) {
  let start = activationAt(layer, sample);
  let units = f32(setting.width);
  var mean = 0.0;
  ${
    isCentred
      ? `for (var j = 0u; j < setting.quads; j++) { mean += dot(activations[start + j], vec4f(1.0)); }
  mean /= units;`
      : ''
  }
  var square = 0.0;
  for (var j = 0u; j < setting.quads; j++) {
    let x = ${
      isCentred
        ? 'select(vec4f(0.0), activations[start + j] - mean, inside(j, setting.width))'
        : 'activations[start + j]'
    };
    square += dot(x, x);
  }
  let scale = vec4f(mean, 1.0 / sqrt(square / units + ${normEpsilon}), 0.0, 0.0);
  further[totalAt(row, sample)] = scale;
  if (row == 0u) { further[scaleAt(layer, sample)] = scale; }
}
`;
}

/** WGSL: a loop over the samples of a workgroup, a thread each, and a wait for all. */
export const eachOfGroup = (call: string): string => /* wgsl */ `
      for (var s = firstSample + thread; s < firstSample + setting.groupSamples; s += threads) { ${call} }
      storageBarrier();`;

/**
 * WGSL: `multiplyActivations` of a normalised network: a quad of a_d for `tile` samples. With the mean taken off, the backward
 * pass needs the sums of the matrix over its inputs: they are left where it will put what it makes of them.
 */
export function multiplyNormedWgsl(norm: RealNorm, tile: number): string {
  const isCentred = norm === 'layer';
  const source = (t: number) => `activations[start + ${t}u * setting.quads + j]`;
  return /* wgsl */ `
${measureNormWgsl(norm)}
fn multiplyActivations(layer: u32, quad: u32, sample: u32, row: u32) -> Sums {
  let units = unitQuads(layer);
  let rows = setting.width;
  var weight = parametersOf(layer) + quad;
  let bias = parameters[weight + rows * units];
  let start = activationAt(layer - 1u, sample);
  ${eachSample(
    tile,
    (t) => `var sum${t} = vec4f(0.0);
  let scale${t} = further[totalAt(row, sample + ${t}u)];`,
  )}
  ${isCentred ? 'var columns = vec4f(0.0);' : ''}
  for (var j = 0u; j < setting.quads; j++) {
    let w0 = parameters[weight];
    let w1 = parameters[weight + units];
    let w2 = parameters[weight + 2u * units];
    let w3 = parameters[weight + 3u * units];
    weight += 4u * units;
    ${
      isCentred
        ? `let own = select(vec4f(0.0), vec4f(1.0), inside(j, rows));
    columns += own.x * w0 + own.y * w1 + own.z * w2 + own.w * w3;`
        : ''
    }
    ${eachSample(
      tile,
      (t) => `let x${t} = ${isCentred ? `(${source(t)} - scale${t}.x) * own` : source(t)};
    sum${t} += x${t}.x * w0 + x${t}.y * w1 + x${t}.z * w2 + x${t}.w * w3;`,
    )}
  }
  ${isCentred ? eachSample(tile, (t) => `further[alongAt(layer, sample + ${t}u) + quad] = columns;`) : ''}
  return Sums(${Array.from({ length: tile }, (_, t) => `sum${t} * scale${t}.y + bias`).join(', ')});
}
`;
}

/** WGSL: `normed(layer, sample, quad)`, a quad of what the matrix above a layer read. Units beyond the width are not zero. */
export function normedWgsl(norm: RealNorm): string {
  return /* wgsl */ `
fn normed(layer: u32, sample: u32, quad: u32) -> vec4f {
  let scale = further[scaleAt(layer, sample)];
  let h = activations[activationAt(layer, sample) + quad];
  return ${norm === 'layer' ? '(h - scale.x)' : 'h'} * scale.y;
}
`;
}

/**
 * WGSL: `noteAlong`, beside the delta of a layer what the normalisation below its matrix will need: with e = a - b, which is W
 * times the normalised x, x . W^T delta = delta . e, and for a mean that was taken off the sum of W^T delta = delta . (the
 * sums of W over its inputs).
 */
export function noteAlongWgsl(norm: RealNorm): string {
  return /* wgsl */ `
fn noteAlong(layer: u32, sample: u32, quad: u32, a: vec4f, delta: vec4f) {
  let at = alongAt(layer, sample) + quad;
  let units = unitQuads(layer);
  let e = a - parameters[parametersOf(layer) + setting.width * units + quad];
  further[at] = vec4f(dot(delta, e), ${norm === 'layer' ? 'dot(delta, further[at])' : '0.0'}, 0.0, 0.0);
}
`;
}

/**
 * WGSL: `sumAlong`, the mean over units of what was noted beside the delta of a sample, and `throughNorm`, with it from the
 * gradient by what a matrix read, W^T delta, to that by the activations of the layer below.
 */
export function throughNormWgsl(norm: RealNorm): string {
  return /* wgsl */ `
${normedWgsl(norm)}
fn sumAlong(layer: u32, sample: u32, row: u32) {
  var sum = vec4f(0.0);
  for (var i = 0u; i < unitQuads(layer); i++) { sum += further[alongAt(layer, sample) + i]; }
  further[totalAt(row, sample)] = sum / f32(setting.width);
}
fn throughNorm(layer: u32, sample: u32, quad: u32, row: u32, product: vec4f) -> vec4f {
  let along = further[totalAt(row, sample)];
  let x = normed(layer, sample, quad);
  return further[scaleAt(layer, sample)].y * (product - along.y - x * along.x);
}
`;
}
