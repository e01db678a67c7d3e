import { type FiniteSetting, type Layer, meanPath, nextLogVariance } from '#theory/finiteWidth/meanPath.ts';
import { noises } from './chainNoise.ts';
import { type ChainPoint, type ChainSetting, chainPoint } from './chainPoint.ts';
import {
  addAt,
  createPlaces,
  gridOver,
  gridPoint,
  isNear,
  type LineGrid,
  type Places,
  placeOn,
} from './lineGrid.ts';
import type { SumLaws } from './logSumLaw.ts';

/** Standard deviations that a row of points covers to either side, and how many points it has. */
const deviations = 5;
const fewest = 21;
const most = 121;
/** Points in all: what a deep network may cost. */
const mostInAll = 20_000;
/** A layer's own noise in spacings of the row, at least: what lies closer together than that is not told apart. */
const resolved = 0.8;

/** Where the noises lead from the points, [points, noises]: ln p of this layer, and the place in the next layer's row. */
interface Landings {
  readonly logActivation: Float64Array;
  readonly places: Places;
}

/** A layer as a row of points in ln v, and the law of v on them. */
export interface ChainLayer {
  readonly points: readonly ChainPoint[];
  /** Probability of each point; may dip below zero: integrals of smooth functions are right. */
  readonly mass: Float64Array;
  /** E(ln p_0; the point). */
  readonly startMass: Float64Array;
  readonly landings: Landings;
  /** What the squares of the weights' entries add to the step that lands here. */
  readonly entryShift: number;
}

/** A row of points with all that does not depend on how likely they are. */
interface Row {
  readonly grid: LineGrid;
  readonly points: readonly ChainPoint[];
  /** ln p and the next ln v, [points, noises]. */
  readonly logActivation: Float64Array;
  readonly ends: Float64Array;
}

function rowOf(
  setting: ChainSetting,
  laws: (logVariance: number) => SumLaws,
  grid: LineGrid,
  layer: Layer,
  before: Layer | undefined,
): Row {
  const { biasDeviation, logGain } = setting;
  const spread = (before?.moments.activationVariance ?? 0) + 1;
  const points = Array.from({ length: grid.count }, (_, i) => {
    const logVariance = gridPoint(grid, i);
    const share =
      grid.count === 1 ? layer.share : Math.max(0, 1 - biasDeviation ** 2 * Math.exp(-logVariance));
    return chainPoint(setting, laws, logVariance, before ? share : null, spread);
  });
  const logActivation = new Float64Array(noises.length * points.length);
  for (const [i, point] of points.entries()) {
    for (const [j, { z }] of noises.entries()) {
      logActivation[noises.length * i + j] = point.logActivation + point.activationNoise * z;
    }
  }
  const ends = logActivation.map((p) => nextLogVariance(logGain + p, biasDeviation));
  return { grid, points, logActivation, ends };
}

/** The row of the layer after: over the mean and the spread of where this one's noises lead. */
function gridAfter({ grid, points, ends }: Row, mass: Float64Array, limit: number): LineGrid {
  const centre = ends[noises.length * (points.length >> 1)] ?? 0;
  let [mean, square, noise] = [0, 0, 0];
  for (const [i, { activationNoise }] of points.entries()) {
    const p = mass[i] ?? 0;
    noise += p * activationNoise;
    for (const [j, { weight }] of noises.entries()) {
      const moved = (ends[noises.length * i + j] ?? 0) - centre;
      mean += p * weight * moved;
      square += p * weight * moved ** 2;
    }
  }
  const deviation = Math.sqrt(Math.max(0, square - mean * mean));
  const wanted = Math.ceil((resolved * 2 * deviations * deviation) / Math.max(noise, 1e-9));
  const count = Math.max(fewest, Math.min(limit, wanted));
  const after = gridOver(centre + mean, deviation, deviations, count);
  return isNear(after, grid) ? grid : after;
}

function landingsOn(next: LineGrid, { logActivation, ends }: Row): Landings {
  const places = createPlaces(ends.length);
  for (const [i, to] of ends.entries()) placeOn(places, i, next, to);
  return { logActivation, places };
}

/** Whether the next layer's law is this one's but for rounding: then all that follow in the same row are. */
const isEqual = (a: Float64Array, b: Float64Array) =>
  a.every((value, i) => Math.abs(value - (b[i] ?? 0)) < 1e-13);

/** Layers 0..D of the Markov chain of v, from the input on. */
export function chainLayers(
  setting: FiniteSetting,
  laws: (logVariance: number) => SumLaws,
): readonly ChainLayer[] {
  const path = meanPath(setting);
  const chain: ChainSetting = { ...setting, logGain: 2 * Math.log(setting.gain) };
  const layers: ChainLayer[] = [];
  const limit = Math.min(most, Math.floor(mostInAll / setting.depth));
  let isSettled = false;
  let grid = gridOver(path[0]?.logVariance ?? 0, 0, deviations, fewest);
  let mass: Float64Array = Float64Array.of(1);
  let startMass: Float64Array | null = null;
  let row: Row | null = null;
  let landings: Landings | null = null;
  for (const [d, layer] of path.entries()) {
    // Layer 1 is the first whose v is uncertain; from layer 2 on a row that stays is worked out once.
    const isKept: boolean = row !== null && row.grid === grid && d > 2;
    row = isKept && row ? row : rowOf(chain, laws, grid, layer, path[d - 1]);
    startMass ??= Float64Array.of(row.points[0]?.logActivation ?? 0);
    const next: LineGrid = isSettled ? grid : gridAfter(row, mass, limit);
    const isSame: boolean = isKept && next === grid && layers.at(-1)?.landings === landings;
    landings = isSame && landings ? landings : landingsOn(next, row);
    const above = d + 2 < path.length ? path[d + 1] : undefined;
    const correlation = above ? above.share * above.moments.slopeSlope : 0;
    const entryShift = (correlation * layer.noise.entryPull) / setting.width;
    layers.push({ points: row.points, mass, startMass, landings, entryShift });
    if (isSettled) continue;
    const nextMass = new Float64Array(next.count);
    const nextStart = new Float64Array(next.count);
    for (const [i, logActivation] of landings.logActivation.entries()) {
      const from = Math.floor(i / noises.length);
      const weight = noises[i % noises.length]?.weight ?? 0;
      addAt(nextMass, landings.places, i, (mass[from] ?? 0) * weight);
      addAt(nextStart, landings.places, i, (d === 0 ? logActivation : (startMass[from] ?? 0)) * weight);
    }
    grid = next;
    isSettled = isSame && isEqual(nextMass, mass) && isEqual(nextStart, startMass);
    if (isSettled) continue;
    mass = nextMass;
    startMass = nextStart;
  }
  return layers;
}
