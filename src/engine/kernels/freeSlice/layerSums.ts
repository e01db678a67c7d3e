import { gaussianQuad } from '#engine/random/gaussianQuad.ts';
import { generators } from '#engine/random/generator.ts';
import { type Stream, streamKey } from '#engine/random/streams.ts';
import { nonlinearities } from '#theory/nonlinearity.ts';
import type { FreeSlice } from './freeSlice.ts';

/**
 * Sums over the units of a layer that a matrix-free walk is made of. x: pre-activation in units of its scale s;
 * h = f(s x)/s; p: the fresh Gaussian numbers of the backward step that lands here, for orthogonal weights what is left
 * of them across h; t = f'(s x), 1 at the top.
 */
export interface LayerSums {
  readonly hh: number;
  readonly hp: number;
  readonly thx: number;
  readonly tpx: number;
  readonly thth: number;
  readonly thtp: number;
  readonly tptp: number;
  readonly pp: number;
}

/** Where a layer is met: its number and width, and the scale of its pre-activations. */
export interface LayerPlace {
  readonly layer: number;
  readonly width: number;
  readonly walk: number;
  /** ln of the scale that g W h alone would have. */
  readonly above: number;
  /** ln s. */
  readonly logScale: number;
  readonly isAlive: boolean;
}

/** Normal numbers of a stream for the units of a layer, [width]. */
export function drawUnits(
  slice: FreeSlice,
  stream: Stream,
  layer: number,
  walk: number,
  width: number,
): Float64Array {
  const { generate } = generators[slice.generator];
  const key = streamKey(slice.seed, stream);
  const values = new Float64Array(width);
  for (let quad = 0; 4 * quad < width; quad++) {
    const numbers = gaussianQuad(generate(quad, layer, walk, key));
    for (let e = 0; e < 4 && 4 * quad + e < width; e++) values[4 * quad + e] = numbers[e] ?? 0;
  }
  return values;
}

/** Pre-activations of a layer: what the matrix gives, x, and that with its bias, both in units of e^logScale. */
export function drawPreActivations(
  slice: FreeSlice,
  { layer, width, walk, above, logScale, isAlive }: LayerPlace,
): { readonly x: Float64Array; readonly a: Float64Array } {
  const drawn = drawUnits(slice, layer === 0 ? 'inputs' : 'freeForward', layer, walk, width);
  const square = drawn.reduce((sum, e) => sum + e * e, 0);
  const factor = slice.weights === 'orthogonal' && layer > 0 ? Math.sqrt(width / square) : 1;
  const x = drawn.map((e) => (isAlive ? factor * e : 0));
  if (slice.biasDeviation === 0 || layer === 0) return { x, a: x };
  const shrink = Math.exp(Math.max(above - logScale, -80));
  const unit = slice.biasDeviation * Math.exp(Math.max(-logScale, -80));
  const bias = drawUnits(slice, 'biases', layer, walk, width);
  return { x, a: x.map((value, i) => value * shrink + unit * (bias[i] ?? 0)) };
}

export const dot = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** What is left of p across h; p itself where h is zero. */
export function across(p: Float64Array, h: Float64Array): Float64Array {
  const hh = dot(h, h);
  const along = hh > 0 ? dot(h, p) / hh : 0;
  return p.map((value, i) => value - along * (h[i] ?? 0));
}

/** The sums of a layer, unit by unit; reference of `unitSumsWgsl`. */
export function unitSums(slice: FreeSlice, place: LayerPlace): LayerSums {
  const { layer, width, walk } = place;
  const isTop = layer === slice.depth;
  const { value, slope } = nonlinearities[slice.nonlinearity];
  const s = Math.exp(Math.min(80, Math.max(-80, place.logScale)));
  const { x, a } = drawPreActivations(slice, place);
  const h = a.map((x) => value(s * x) / s);
  const drawn = slice.needsGradient
    ? drawUnits(slice, isTop ? 'deltas' : 'freeBackward', isTop ? 0 : layer, walk, width)
    : new Float64Array(width);
  const fresh = slice.weights === 'orthogonal' && !isTop ? across(drawn, h) : drawn;
  const sums = { hh: 0, hp: 0, thx: 0, tpx: 0, thth: 0, thtp: 0, tptp: 0, pp: 0 };
  for (const [i, p] of fresh.entries()) {
    const hi = h[i] ?? 0;
    const t = isTop ? 1 : slope(s * (a[i] ?? 0));
    sums.hh += hi * hi;
    sums.hp += hi * p;
    sums.thx += t * hi * (x[i] ?? 0);
    sums.tpx += t * p * (x[i] ?? 0);
    sums.thth += t * hi * t * hi;
    sums.thtp += t * hi * t * p;
    sums.tptp += t * p * t * p;
    sums.pp += p * p;
  }
  return sums;
}
