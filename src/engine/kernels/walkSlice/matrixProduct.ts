import { generators } from '#engine/random/generator.ts';
import { streamKey } from '#engine/random/streams.ts';
import { weightQuads } from '#engine/random/weightQuad.ts';
import { multiplyByHaar } from './haarMatrix.ts';
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

function orthogonalProduct({ width, generator, seed, gain }: WalkSlice): MatrixProduct {
  return (layer, network, x, transposed) => {
    const y = x.slice();
    multiplyByHaar({ width, generator, seed, layer, network }, [y], transposed);
    return y.map((value) => gain * value);
  };
}

/** The product of a slice's weight law. */
export function matrixProduct(slice: WalkSlice): MatrixProduct {
  return slice.weights === 'orthogonal' ? orthogonalProduct(slice) : denseProduct(slice);
}
