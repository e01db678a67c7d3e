import { type ChainPoint, type ChainSetting, chainPoint } from './chainPoint.ts';
import { addAt, gridOver, gridPoint, isNear, type LineGrid, type Place, placeOn } from './lineGrid.ts';
import { type FiniteSetting, type Layer, meanPath, variances } from './meanPath.ts';
import type { SumLaws } from './sumLaws.ts';

/** Gauss-Hermite nodes and weights of a normal number z. */
export const noises = [
  { z: 0, weight: 2 / 3 },
  { z: Math.sqrt(3), weight: 1 / 6 },
  { z: -Math.sqrt(3), weight: 1 / 6 },
] as const;

/** Standard deviations that a row of points covers to either side, and how many points it has. */
const deviations = 5;
const fewest = 21;
const most = 121;
/** Points in all: what a deep network may cost. */
const mostInAll = 20_000;
/** A layer's own noise in spacings of the row, at least: what lies closer together than that is not told apart. */
const resolved = 0.8;

/** Where one noise leads from a point: ln p of this layer, and the place in the next layer's row. */
interface Landing {
  readonly logActivation: number;
  readonly place: Place;
}

/** A layer as a row of points in ln v, and the law of v on them. */
export interface ChainLayer {
  readonly points: readonly ChainPoint[];
  /** Probability of each point; may dip below zero: integrals of smooth functions are right. */
  readonly mass: Float64Array;
  /** E(ln p_0; the point). */
  readonly startMass: Float64Array;
  /** [points][noises]. */
  readonly landings: readonly (readonly Landing[])[];
  /** What the squares of the weights' entries add to the step that lands here. */
  readonly entryShift: number;
}

/** A row of points with all that does not depend on how likely they are. */
interface Row {
  readonly grid: LineGrid;
  readonly points: readonly ChainPoint[];
  /** ln p and the next ln v, [points][noises]. */
  readonly ends: readonly (readonly { readonly p: number; readonly to: number }[])[];
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
  const ends = points.map(({ logActivation, activationNoise }) =>
    noises.map(({ z }) => {
      const p = logActivation + activationNoise * z;
      return { p, to: variances(logGain + p, biasDeviation).logVariance };
    }),
  );
  return { grid, points, ends };
}

/** The row of the layer after: over the mean and the spread of where this one's noises lead. */
function gridAfter({ grid, points, ends }: Row, mass: Float64Array, limit: number): LineGrid {
  const centre = ends[ends.length >> 1]?.[0]?.to ?? 0;
  let [mean, square, noise] = [0, 0, 0];
  for (const [i, row] of ends.entries()) {
    const p = mass[i] ?? 0;
    noise += p * (points[i]?.activationNoise ?? 0);
    for (const [j, { to }] of row.entries()) {
      const part = p * (noises[j]?.weight ?? 0);
      mean += part * (to - centre);
      square += part * (to - centre) ** 2;
    }
  }
  const deviation = Math.sqrt(Math.max(0, square - mean * mean));
  const wanted = Math.ceil((resolved * 2 * deviations * deviation) / Math.max(noise, 1e-9));
  const count = Math.max(fewest, Math.min(limit, wanted));
  const after = gridOver(centre + mean, deviation, deviations, count);
  return isNear(after, grid) ? grid : after;
}

/** Layers 0..D of the Markov chain of v, from the input on. */
export function chainLayers(
  setting: FiniteSetting,
  laws: (logVariance: number) => SumLaws,
): readonly ChainLayer[] {
  const path = meanPath(setting);
  const chain: ChainSetting = { ...setting, logGain: 2 * Math.log(setting.gain) };
  const layers: ChainLayer[] = [];
  let grid = gridOver(path[0]?.logVariance ?? 0, 0, deviations, fewest);
  let mass: Float64Array = Float64Array.of(1);
  let startMass: Float64Array | null = null;
  let row: Row | null = null;
  let landings: readonly (readonly Landing[])[] = [];
  for (const [d, layer] of path.entries()) {
    // Layer 1 is the first whose v is uncertain; from layer 2 on a row that stays is worked out once.
    const isKept: boolean = row !== null && row.grid === grid && d > 2;
    row = isKept && row ? row : rowOf(chain, laws, grid, layer, path[d - 1]);
    startMass ??= Float64Array.of(row.points[0]?.logActivation ?? 0);
    const next = gridAfter(row, mass, Math.min(most, mostInAll / setting.depth));
    if (!(isKept && next === grid && landings.length > 0 && layers.at(-1)?.landings === landings)) {
      landings = row.ends.map((ends) =>
        ends.map(({ p, to }) => ({ logActivation: p, place: placeOn(next, to) })),
      );
    }
    const above = d + 2 < path.length ? path[d + 1] : undefined;
    const correlation = above ? above.share * above.moments.slopeSlope : 0;
    const entryShift = (correlation * layer.noise.entryPull) / setting.width;
    layers.push({ points: row.points, mass, startMass, landings, entryShift });
    const nextMass = new Float64Array(next.count);
    const nextStart = new Float64Array(next.count);
    for (const [i, ends] of landings.entries()) {
      for (const [j, { logActivation, place }] of ends.entries()) {
        const weight = noises[j]?.weight ?? 0;
        addAt(nextMass, place, (mass[i] ?? 0) * weight);
        addAt(nextStart, place, (d === 0 ? logActivation : (startMass[i] ?? 0)) * weight);
      }
    }
    grid = next;
    mass = nextMass;
    startMass = nextStart;
  }
  return layers;
}
