import { gaussianQuad } from '#engine/random/gaussianQuad.ts';
import { generators } from '#engine/random/generator.ts';
import { type Stream, streamKey } from '#engine/random/streams.ts';
import { logScaleLimit, type WalkSlice } from './walkSlice.ts';

/** Rows of one walk in the state's arrays. */
export interface WalkRows {
  readonly preActivations: Float32Array;
  readonly logScales: Float32Array;
  readonly vector: Float32Array;
}

/** e^logScale, within float32. */
export const scaleOf = (logScale: number): number =>
  Math.exp(Math.min(logScaleLimit, Math.max(-logScaleLimit, logScale)));

export const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** Standard normal numbers of one purpose, [width]. */
export function drawVector(slice: WalkSlice, stream: Stream, layer: number, walk: number): Float64Array {
  const { generate } = generators[slice.generator];
  const key = streamKey(slice.seed, stream);
  const values = new Float64Array(slice.width);
  for (let quad = 0; 4 * quad < slice.width; quad++) {
    const numbers = gaussianQuad(generate(quad, layer, walk, key));
    for (let e = 0; e < 4 && 4 * quad + e < slice.width; e++) values[4 * quad + e] = numbers[e] ?? 0;
  }
  return values;
}
