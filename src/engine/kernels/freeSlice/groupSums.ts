import { gaussianQuad } from '#engine/random/gaussianQuad.ts';
import { generators } from '#engine/random/generator.ts';
import type { Words } from '#engine/random/pcg4d.ts';
import { streamKey } from '#engine/random/streams.ts';
import { leakySlope, type Nonlinearity } from '#theory/nonlinearity.ts';
import type { FreeSlice } from './freeSlice.ts';
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

/** Sums over the units of one sign: of x^2, x p and p^2, x the pre-activations and p the fresh numbers. */
interface SignGroup {
  readonly xx: number;
  readonly xp: number;
  readonly pp: number;
}

/**
 * The sums of a layer of piecewise linear f, from the laws of its units' signs and of each sign's squared norms:
 * given x, x.p/|x| is normal and the rest of |p|^2 a chi-square. Reference of `groupSumsWgsl`.
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
  if (slice.gradientAlone && slice.weights === 'gaussian') {
    const [pp, ppLow] = chi([positive, isTop || low !== 0 ? width - positive : 0]);
    const tptp = isTop ? pp + ppLow : alive * (pp + low * low * ppLow);
    return { ...nothing, hh: isAlive && (positive > 0 || low !== 0) ? 1 : 0, tptp };
  }
  const normals = gaussianQuad(generate(0, layer, walk, key.backward));
  const group = (degrees: number, index: number): SignGroup => {
    const [xx, rest] = chiSquares([degrees, slice.needsGradient ? degrees - 1 : 0], (k) =>
      generate(2 * k + index, layer, walk, key.forward),
    );
    const z = degrees > 0 ? (normals[index] ?? 0) : 0;
    return { xx, xp: Math.sqrt(xx) * z, pp: z * z + rest };
  };
  const [up, down] = [group(positive, 0), group(width - positive, 1)];
  const norm = slice.weights === 'orthogonal' && layer > 0 ? width / (up.xx + down.xx) : 1;
  const [xx, xp] = [alive * norm, alive * Math.sqrt(norm)];
  const [t, tLow] = isTop ? [1, 1] : [alive, alive * low];
  return {
    hh: xx * (up.xx + low * low * down.xx),
    hp: xp * (up.xp + low * down.xp),
    thx: xx * (t * up.xx + tLow * low * down.xx),
    tpx: xp * (t * up.xp + tLow * down.xp),
    thth: xx * (t * up.xx + tLow * tLow * low * low * down.xx),
    thtp: xp * (t * up.xp + tLow * tLow * low * down.xp),
    tptp: t * up.pp + tLow * tLow * down.pp,
    pp: up.pp + down.pp,
  };
}
