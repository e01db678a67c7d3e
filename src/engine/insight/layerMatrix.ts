import { multiplyByHaar } from '#engine/kernels/walkSlice/haarMatrix.ts';
import { gaussianQuad } from '#engine/random/gaussianQuad.ts';
import { pcg4d } from '#engine/random/pcg4d.ts';
import { type Stream, streamKey } from '#engine/random/streams.ts';
import { weightQuads } from '#engine/random/weightQuad.ts';
import type { WeightLaw } from '#theory/weightLaw.ts';
import type { InsightSettings } from './protocol.ts';

type Numbers = Pick<InsightSettings, 'width' | 'gain' | 'seed'>;

/** The walk's matrix of layer d of a network, times the gain: rows, [width] of [width]. */
export function layerMatrix(
  { width, gain, seed }: Numbers,
  weights: WeightLaw,
  layer: number,
  network: number,
): Float64Array[] {
  const rows = Array.from({ length: width }, () => new Float64Array(width));
  if (weights === 'orthogonal') {
    for (const [i, row] of rows.entries()) row[i] = gain;
    // Columns of the transpose are rows of the matrix.
    multiplyByHaar({ width, generator: 'pcg4d', seed, layer, network }, rows, true);
    return rows;
  }
  const quadOf = weightQuads[weights];
  const key = streamKey(seed, 'weights');
  const scale = gain / Math.sqrt(width);
  for (const [i, row] of rows.entries()) {
    for (let quad = 0; 4 * quad < width; quad++) {
      const entries = quadOf(pcg4d(quad | (i << 8), layer, network, key));
      for (let e = 0; e < 4 && 4 * quad + e < width; e++) row[4 * quad + e] = scale * (entries[e] ?? 0);
    }
  }
  return rows;
}

/** [width] independent N(0, 1) numbers of a stream. */
export function gaussianVector({ width, seed }: Numbers, stream: Stream, a: number, b: number): Float64Array {
  const key = streamKey(seed, stream);
  const vector = new Float64Array(width);
  for (let quad = 0; 4 * quad < width; quad++) {
    const entries = gaussianQuad(pcg4d(quad, a, b, key));
    for (let e = 0; e < 4 && 4 * quad + e < width; e++) vector[4 * quad + e] = entries[e] ?? 0;
  }
  return vector;
}
