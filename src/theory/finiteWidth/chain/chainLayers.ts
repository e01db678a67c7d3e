import { type FiniteSetting, type Layer, meanPath, nextLogVariance } from '#theory/finiteWidth/meanPath.ts';
import { finished, type Pieces } from '#theory/pieces.ts';
import { largestLog } from '#theory/unitMoments.ts';
import type { ChainLayer, ChainPoint, Landings } from './chainLayer.ts';
import { noises } from './chainNoise.ts';
import { type ChainSetting, chainPoint } from './chainPoint.ts';
import { addAt, covers, createPlaces, gridOver, gridPoint, type LineGrid, placeOn } from './lineGrid.ts';
import type { SumLaws } from './logSumLaw.ts';
import { createRowStore } from './rowStore.ts';

/** Standard deviations that a row of points covers to either side when it is made, at least and at most while it stays. */
const deviations = 5.5;
const [narrowest, widest] = [4.6, 6.5];
/** How many points a row has. */
const fewest = 23;
const most = 161;
/** Points in all: what a deep network may cost. */
const mostInAll = 20_000;
/** A layer's own noise in spacings of the row, at least: what lies closer together than that is not told apart. */
const resolved = 0.8;

/** The laws over ln v of sums over as many units. */
type LawsOf = (width: number) => (logVariance: number) => SumLaws;

/** A row of points with all that does not depend on how likely they are. */
interface Row {
  readonly grid: LineGrid;
  readonly points: readonly ChainPoint[];
  /** ln p, p over what it is on average, and the next ln v, [points, noises]. */
  readonly logActivation: Float64Array;
  readonly own: Float64Array;
  readonly ends: Float64Array;
}

/** Whether f is a power and biases are nothing at every point of a row: then all points are alike. */
function isOfPowers({ low, spacing, count }: LineGrid, biasDeviation: number): boolean {
  const high = low + (count - 1) * spacing;
  return low > largestLog
    ? biasDeviation ** 2 * Math.exp(-low) < 1e-15
    : high < -largestLog && biasDeviation === 0;
}

function rowOf(
  network: FiniteSetting,
  lawsOf: LawsOf,
  grid: LineGrid,
  layer: Layer,
  before: Layer | undefined,
): Row {
  const { width, logGain } = layer;
  const { nonlinearity, weights, biasDeviation } = network;
  const setting: ChainSetting = { nonlinearity, weights, biasDeviation, width, logGain };
  const laws = lawsOf(width);
  const spread = (before?.moments.activationVariance ?? 0) + 1;
  const pointAt = (logVariance: number) => {
    const share =
      grid.count === 1 ? layer.share : Math.max(0, 1 - biasDeviation ** 2 * Math.exp(-logVariance));
    return chainPoint(setting, laws, logVariance, before ? share : null, spread);
  };
  const alike = isOfPowers(grid, biasDeviation) ? pointAt(grid.low) : null;
  const points = Array.from({ length: grid.count }, (_, i) => alike ?? pointAt(gridPoint(grid, i)));
  const logActivation = new Float64Array(noises.length * points.length);
  const own = new Float64Array(logActivation.length);
  for (const [i, { growth, activationNoise }] of points.entries()) {
    const mean = gridPoint(grid, i) + growth;
    for (const [j, { z }] of noises.entries()) {
      logActivation[noises.length * i + j] = mean + activationNoise * z;
      own[noises.length * i + j] = Math.exp(activationNoise * z - activationNoise ** 2 / 2);
    }
  }
  const ends = logActivation.map((p) => nextLogVariance(logGain + p, biasDeviation));
  return { grid, points, logActivation, own, ends };
}

/** The row of the layer after: over the mean and the spread of where this one's noises lead. */
function gridAfter({ grid, points, ends }: Row, mass: Float64Array, limit: number): LineGrid {
  const centre = ends[noises.length * (points.length >> 1)] ?? 0;
  let [mean, square, noise] = [0, 0, 0];
  for (let i = 0; i < points.length; i++) {
    const p = mass[i] ?? 0;
    noise += p * (points[i]?.activationNoise ?? 0);
    for (let j = 0; j < noises.length; j++) {
      const moved = (ends[noises.length * i + j] ?? 0) - centre;
      const q = p * (noises[j]?.weight ?? 0) * moved;
      mean += q;
      square += q * moved;
    }
  }
  const deviation = Math.sqrt(Math.max(0, square - mean * mean));
  const wanted = Math.ceil((resolved * 2 * deviations * deviation) / Math.max(noise, 1e-9));
  const count = Math.max(fewest, Math.min(limit, wanted));
  const isCovered = count <= 1.2 * grid.count && covers(grid, centre + mean, deviation, narrowest, widest);
  return isCovered ? grid : gridOver(centre + mean, deviation, deviations, count);
}

function landingsOn(next: LineGrid, { logActivation, own, ends }: Row): Landings {
  const places = createPlaces(ends.length);
  for (const [i, to] of ends.entries()) placeOn(places, i, next, to);
  return { logActivation, own, places };
}

/** Hands what every point holds on to where the noises lead. */
function spreadOver({ places }: Landings, held: Float64Array, next: Float64Array): void {
  for (let i = 0; i < held.length; i++) {
    for (let j = 0; j < noises.length; j++) {
      addAt(next, places, noises.length * i + j, (held[i] ?? 0) * (noises[j]?.weight ?? 0));
    }
  }
}

/** The same of ln p_0, whose noises lead to as many places. */
function spreadStart({ logActivation, places }: Landings, next: Float64Array): void {
  for (const [j, { weight }] of noises.entries()) addAt(next, places, j, (logActivation[j] ?? 0) * weight);
}

/** Whether the next layer's law is this one's but for rounding: then all that follow in the same row are. */
const isEqual = (a: Float64Array, b: Float64Array) =>
  a.every((value, i) => Math.abs(value - (b[i] ?? 0)) < 1e-13);

/** Whether two layers are as wide and are scaled alike: then they share rows. */
const isAlike = (a: Layer, b: Layer | undefined) => a.width === b?.width && a.logGain === b.logGain;

/** Layers 0..D of the Markov chain of v, from the input on, a piece each. */
export function* chainLayersInPieces(setting: FiniteSetting, lawsOf: LawsOf): Pieces<readonly ChainLayer[]> {
  const path = meanPath(setting);
  const layers: ChainLayer[] = [];
  const take = createRowStore();
  const limit = Math.min(most, Math.floor(mostInAll / setting.depth));
  let isSettled = false;
  let grid = gridOver(path[0]?.logVariance ?? 0, 0, deviations, fewest);
  let mass: Float64Array = Float64Array.of(1);
  let startMass: Float64Array | null = null;
  let row: Row | null = null;
  let landings: Landings | null = null;
  for (const [d, layer] of path.entries()) {
    yield;
    // Layer 1 is the first whose v is uncertain; from layer 2 on a row that stays is worked out once.
    const isKept: boolean = row !== null && row.grid === grid && d > 2 && isAlike(layer, path[d - 1]);
    row = isKept && row ? row : rowOf(setting, lawsOf, grid, layer, path[d - 1]);
    startMass ??= Float64Array.of(grid.low + (row.points[0]?.growth ?? 0));
    const next: LineGrid = isSettled ? grid : gridAfter(row, mass, limit);
    const isSame: boolean = isKept && next === grid && layers.at(-1)?.landings === landings;
    landings = isSame && landings ? landings : landingsOn(next, row);
    const above = d + 2 < path.length ? path[d + 1] : undefined;
    const correlation = above ? above.share * above.moments.slopeSlope : 0;
    const entryShift = (correlation * layer.noise.entryPull) / layer.width;
    layers.push({ grid, points: row.points, mass, startMass, landings, entryShift });
    if (isSettled) continue;
    const nextMass = take(next.count);
    const nextStart = take(next.count);
    spreadOver(landings, mass, nextMass);
    if (d === 0) spreadStart(landings, nextStart);
    else spreadOver(landings, startMass, nextStart);
    grid = next;
    isSettled = !setting.widths && isSame && isEqual(nextMass, mass) && isEqual(nextStart, startMass);
    if (isSettled) continue;
    mass = nextMass;
    startMass = nextStart;
  }
  return layers;
}

export const chainLayers = (setting: FiniteSetting, lawsOf: LawsOf): readonly ChainLayer[] =>
  finished(chainLayersInPieces(setting, lawsOf));
