import { gaussianQuad } from '#engine/random/gaussianQuad.ts';
import { generators } from '#engine/random/generator.ts';
import type { Words } from '#engine/random/pcg4d.ts';
import { streamKey } from '#engine/random/streams.ts';
import { leakySlope, type Nonlinearity } from '#theory/nonlinearity.ts';
import { drawsGradientAlone, type FreeSlice } from './freeSlice.ts';
import type { LayerPlace, LayerSums } from './layerSums.ts';

/** Slope below zero of the piecewise linear f. */
export const lowerSlopes: Partial<Record<Nonlinearity, number>> = { linear: 1, relu: 0, leaky: leakySlope };

/** Attempts of the rejection are this many at most: none of a billion walks needs a third as many. */
export const mostAttempts = 64;

type Pair = readonly [number, number];

const uniform = (word: number) => ((word >>> 8) + 0.5) * 2 ** -24;

/** One attempt at a chi-square of k >= 1 degrees from a normal and a uniform number; null when rejected. */
function attempt(degrees: number, z: number, u: number): number | null {
  if (degrees === 1) return z * z;
  const d = degrees / 2 - 1 / 3;
  const v = (1 + z / Math.sqrt(9 * d)) ** 3;
  if (v <= 0 || Math.log(u) >= 0.5 * z * z + d * (1 - v + Math.log(v))) return null;
  return 2 * d * v;
}

/**
 * Two independent chi-square numbers; of 0 degrees it is 0. `words` gives the numbers of one attempt. Source:
 * Marsaglia & Tsang 2000, "A simple method for generating gamma variables".
 */
function chiSquares(degrees: Pair, words: (attempt: number) => Words): Pair {
  const found: (number | null)[] = degrees.map((k) => (k <= 0 ? 0 : null));
  for (let k = 0; k < mostAttempts && found.includes(null); k++) {
    const [a, b, c, d] = words(k);
    const [z0, z1] = gaussianQuad([a, b, a, b]);
    found[0] ??= attempt(degrees[0], z0, uniform(c));
    found[1] ??= attempt(degrees[1], z1, uniform(d));
  }
  return [found[0] ?? 0, found[1] ?? 0];
}

/**
 * How many of n fair coins fall heads: the upper halves of words. (The low bits of pcg4d are worse: counted over
 * consecutive walks, the lowest twelve are off by up to 9 standard errors in 2000 words, the highest by none.)
 */
function heads(n: number, words: (i: number) => Words): number {
  let count = 0;
  for (let bit = 0; bit < n; bit++) {
    const word = words(bit >> 6)[(bit >> 4) & 3] ?? 0;
    count += (word >>> (16 + (bit & 15))) & 1;
  }
  return count;
}

const nothing: LayerSums = { hh: 0, hp: 0, thx: 0, tpx: 0, thth: 0, thtp: 0, tptp: 0, pp: 0 };

/**
 * What is left of two normal numbers across h, both given by their components along the positive and the negative
 * part of x. Taken from the sums later, a p that lies almost along h would leave nothing but rounding errors.
 */
function across([z0, z1]: Pair, [h0, h1]: Pair): Pair {
  const hh = h0 * h0 + h1 * h1;
  const turned = hh > 0 ? (h0 * z1 - h1 * z0) / hh : 0;
  return [-h1 * turned, h0 * turned];
}

/**
 * The sums of a layer of piecewise linear f, from the laws of its units' signs and of each sign's squared norms:
 * given x, x.p/|x| is normal and the rest of |p|^2 a chi-square. For orthogonal weights p is what is left of it across
 * h, but for the top. Reference of `groupSumsWgsl`.
 */
export function groupSums(slice: FreeSlice, { layer, width, walk, isAlive }: LayerPlace): LayerSums {
  const { generate } = generators[slice.generator];
  const key = {
    signs: streamKey(slice.seed, 'signs'),
    forward: streamKey(slice.seed, 'freeForward'),
    backward: streamKey(slice.seed, 'freeBackward'),
  };
  const low = lowerSlopes[slice.nonlinearity] ?? Number.NaN;
  const isTop = layer === slice.depth;
  const alive = isAlive ? 1 : 0;
  const chi = (degrees: Pair) => chiSquares(degrees, (k) => generate(2 * k, layer, walk, key.forward));
  const positive =
    slice.nonlinearity === 'linear' ? width : heads(width, (i) => generate(i, layer, walk, key.signs));
  // Without biases the gradient meets its own signs only, as if they were coins (docs/MODEL.md, "One step").
  if (drawsGradientAlone(slice)) {
    const [pp, ppLow] = chi([positive, isTop || low !== 0 ? width - positive : 0]);
    const tptp = isTop ? pp + ppLow : alive * (pp + low * low * ppLow);
    return { ...nothing, hh: isAlive && (positive > 0 || low !== 0) ? 1 : 0, tptp };
  }
  const drawn = gaussianQuad(generate(0, layer, walk, key.backward));
  const group = (degrees: number, index: number) =>
    chiSquares([degrees, slice.needsGradient ? degrees - 1 : 0], (k) =>
      generate(2 * k + index, layer, walk, key.forward),
    );
  const [[up, upRest], [down, downRest]] = [group(positive, 0), group(width - positive, 1)];
  const lengths = [Math.sqrt(up), Math.sqrt(down)] as const;
  const normals = [positive > 0 ? drawn[0] : 0, positive < width ? drawn[1] : 0] as const;
  const isAcross = slice.weights === 'orthogonal' && !isTop;
  const [z, zLow] = isAcross ? across(normals, [lengths[0], low * lengths[1]]) : normals;
  const norm = slice.weights === 'orthogonal' && layer > 0 ? width / (up + down) : 1;
  const [xx, xp] = [alive * norm, alive * Math.sqrt(norm)];
  const [p, pLow] = [lengths[0] * z, lengths[1] * zLow];
  const [pp, ppLow] = [z * z + upRest, zLow * zLow + downRest];
  const [t, tLow] = isTop ? [1, 1] : [alive, alive * low];
  return {
    hh: xx * (up + low * low * down),
    hp: xp * (p + low * pLow),
    thx: xx * (t * up + tLow * low * down),
    tpx: xp * (t * p + tLow * pLow),
    thth: xx * (t * up + tLow * tLow * low * low * down),
    thtp: xp * (t * p + tLow * tLow * low * pLow),
    tptp: t * pp + tLow * tLow * ppLow,
    pp: pp + ppLow,
  };
}
