import { normEpsilon } from '#engine/train/normEpsilon.ts';
import type { Norm } from '#theory/norm.ts';
import { eachSample } from './eachSample.ts';

/**
 * WGSL: `multiplyActivations` of a normalised network: a quad of a_d for `tile` samples. Each thread finds the mean and
 * the mean square on its way along the activations. With the mean taken off, the backward pass needs the sums of the
 * matrix over its inputs: they are left where it will put what it makes of them.
 */
export function multiplyNormedWgsl(norm: Exclude<Norm, 'none'>, tile: number): string {
  const isCentred = norm === 'layer';
  const source = (t: number) => `activations[start + ${t}u * setting.quads + j]`;
  return /* wgsl */ `
fn multiplyActivations(layer: u32, quad: u32, sample: u32) {
  let units = unitQuads(layer);
  let rows = setting.width;
  var weight = parametersOf(layer) + quad;
  let bias = parameters[weight + rows * units];
  let start = activationAt(layer - 1u, sample);
  ${eachSample(tile, (t) => `var sum${t} = vec4f(0.0); var square${t} = 0.0; var mean${t} = 0.0;`)}
  ${
    isCentred
      ? `var columns = vec4f(0.0);
  for (var j = 0u; j < setting.quads; j++) { ${eachSample(tile, (t) => `mean${t} += dot(${source(t)}, vec4f(1.0));`)} }
  ${eachSample(tile, (t) => `mean${t} /= f32(rows);`)}`
      : ''
  }
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
      (t) => `let x${t} = ${isCentred ? `(${source(t)} - mean${t}) * own` : source(t)};
    square${t} += dot(x${t}, x${t});
    sum${t} += x${t}.x * w0 + x${t}.y * w1 + x${t}.z * w2 + x${t}.w * w3;`,
    )}
  }
  ${eachSample(
    tile,
    (t) => `let factor${t} = 1.0 / sqrt(square${t} / f32(rows) + ${normEpsilon});
  if (quad == 0u) { further[scaleAt(layer - 1u, sample + ${t}u)] = vec4f(mean${t}, factor${t}, 0.0, 0.0); }
  ${isCentred ? `further[alongAt(layer, sample + ${t}u) + quad] = columns;` : ''}
  keep(layer, quad, sample + ${t}u, sum${t} * factor${t} + bias);`,
  )}
}
`;
}

/** WGSL: `normed(layer, sample, quad)`, a quad of what the matrix above a layer read. Units beyond the width are not zero. */
export const normedWgsl = /* wgsl */ `
fn normed(layer: u32, sample: u32, quad: u32) -> vec4f {
  let scale = further[scaleAt(layer, sample)];
  return (activations[activationAt(layer, sample) + quad] - scale.x) * scale.y;
}
`;

/**
 * WGSL: `noteAlong`, beside the delta of a layer what the normalisation below its matrix will need: with e = a - b, which is W
 * times the normalised x, x . W^T delta = delta . e, and for a mean that was taken off the sum of W^T delta = delta . (the
 * sums of W over its inputs).
 */
export function noteAlongWgsl(norm: Exclude<Norm, 'none'>): string {
  return /* wgsl */ `
fn noteAlong(layer: u32, sample: u32, quad: u32, a: vec4f, delta: vec4f) {
  let at = alongAt(layer, sample) + quad;
  let units = unitQuads(layer);
  let e = a - parameters[parametersOf(layer) + setting.width * units + quad];
  further[at] = vec4f(dot(delta, e), ${norm === 'layer' ? 'dot(delta, further[at])' : '0.0'}, 0.0, 0.0);
}
`;
}

/** WGSL: `throughNorm`, from the gradient by what a matrix read, W^T delta, to that by the activations of the layer below; `along` is the sum of what was noted beside delta. */
export const throughNormWgsl = /* wgsl */ `
${normedWgsl}
fn throughNorm(layer: u32, sample: u32, quad: u32, product: vec4f, along: vec4f) -> vec4f {
  let x = normed(layer, sample, quad);
  return further[scaleAt(layer, sample)].y * (product - (along.y + x * along.x) / f32(setting.width));
}
`;
