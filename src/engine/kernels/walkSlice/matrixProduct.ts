import { gaussianQuad } from '#engine/random/gaussianQuad.ts';
import { generators } from '#engine/random/generator.ts';
import { streamKey } from '#engine/random/streams.ts';
import { weightQuads } from '#engine/random/weightQuad.ts';
import type { WalkSlice } from './walkSlice.ts';

/** g W x (or g W^T x when transposed) for one layer of one network, in float64; the reference of the WGSL. */
export type MatrixProduct = (
  layer: number,
  network: number,
  x: Float64Array,
  transposed: boolean,
) => Float64Array;

function denseProduct(slice: WalkSlice): MatrixProduct {
  const { width } = slice;
  const { generate } = generators[slice.generator];
  const quadOf = weightQuads[slice.weights];
  const key = streamKey(slice.seed, 'weights');
  const scale = slice.gain / Math.sqrt(width);
  return (layer, network, x, transposed) => {
    const y = new Float64Array(width);
    for (let row = 0; row < width; row++) {
      const xRow = x[row] ?? 0;
      for (let quad = 0; 4 * quad < width; quad++) {
        const entries = quadOf(generate(quad | (row << 8), layer, network, key));
        for (let e = 0; e < 4 && 4 * quad + e < width; e++) {
          const column = 4 * quad + e;
          const weight = scale * (entries[e] ?? 0);
          if (transposed) y[column] = (y[column] ?? 0) + weight * xRow;
          else y[row] = (y[row] ?? 0) + weight * (x[column] ?? 0);
        }
      }
    }
    return y;
  };
}

/** The reflector x_k + sign(x_kk) |x_k| e_k of coordinates k.. (Stewart 1980). */
function reflector(slice: WalkSlice, key: number, k: number, layer: number, network: number): Float64Array {
  const v = new Float64Array(slice.width);
  const { generate } = generators[slice.generator];
  for (let quad = k >> 2; 4 * quad < slice.width; quad++) {
    const entries = gaussianQuad(generate(quad | (k << 8), layer, network, key));
    for (let e = 0; e < 4; e++) if (4 * quad + e >= k) v[4 * quad + e] = entries[e] ?? 0;
  }
  const head = v[k] ?? 0;
  v[k] = head + (head >= 0 ? 1 : -1) * Math.hypot(...v);
  return v;
}

function reflect(v: Float64Array, y: Float64Array): void {
  let vv = 0;
  let vy = 0;
  for (const [i, vi] of v.entries()) {
    vv += vi * vi;
    vy += vi * (y[i] ?? 0);
  }
  for (const [i, vi] of v.entries()) y[i] = (y[i] ?? 0) - (2 * vy * vi) / vv;
}

function orthogonalProduct(slice: WalkSlice): MatrixProduct {
  const { width, gain } = slice;
  const { generate } = generators[slice.generator];
  const key = streamKey(slice.seed, 'weights');
  const signsKey = streamKey(slice.seed, 'signs');
  const flip = (y: Float64Array, layer: number, network: number) =>
    y.map((value, i) => {
      const word = generate(i >> 2, layer, network, signsKey)[i & 3] ?? 0;
      return word >>> 31 === 1 ? -value : value;
    });
  return (layer, network, x, transposed) => {
    const y = transposed ? x.slice() : flip(x, layer, network);
    for (let step = 0; step < width - 1; step++) {
      const k = transposed ? step : width - 2 - step;
      reflect(reflector(slice, key, k, layer, network), y);
    }
    return (transposed ? flip(y, layer, network) : y).map((value) => gain * value);
  };
}

/** The product of a slice's weight law. */
export function matrixProduct(slice: WalkSlice): MatrixProduct {
  return slice.weights === 'orthogonal' ? orthogonalProduct(slice) : denseProduct(slice);
}
