import { gaussianQuad } from '#engine/random/gaussianQuad.ts';
import { type Generator, generators } from '#engine/random/generator.ts';
import { streamKey } from '#engine/random/streams.ts';

/** Which random orthogonal matrix: a product of reflections and signs made from counters (Stewart 1980). */
export interface HaarSetting {
  readonly width: number;
  readonly generator: Generator;
  readonly seed: number;
  readonly layer: number;
  readonly network: number;
}

/** The reflector x_k + sign(x_kk) |x_k| e_k of coordinates k.., [width]. */
function reflector({ width, generator, seed, layer, network }: HaarSetting, k: number): Float64Array {
  const v = new Float64Array(width);
  const { generate } = generators[generator];
  const key = streamKey(seed, 'weights');
  for (let quad = k >> 2; 4 * quad < width; quad++) {
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

function flip({ generator, seed, layer, network }: HaarSetting, y: Float64Array): void {
  const { generate } = generators[generator];
  const key = streamKey(seed, 'signs');
  for (const [i, value] of y.entries()) {
    const word = generate(i >> 2, layer, network, key)[i & 3] ?? 0;
    if (word >>> 31 === 1) y[i] = -value;
  }
}

/** Multiplies columns, each [width], by Q = H_0 H_1 .. H_(N-2) S or its transpose, in place. */
export function multiplyByHaar(
  setting: HaarSetting,
  columns: readonly Float64Array[],
  transposed: boolean,
): void {
  const { width } = setting;
  if (!transposed) for (const y of columns) flip(setting, y);
  for (let step = 0; step < width - 1; step++) {
    const v = reflector(setting, transposed ? step : width - 2 - step);
    for (const y of columns) reflect(v, y);
  }
  if (transposed) for (const y of columns) flip(setting, y);
}
