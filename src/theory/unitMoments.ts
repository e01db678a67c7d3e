import { cubicBetween } from './cubicBetween.ts';
import { type Nonlinearity, nonlinearities } from './nonlinearity.ts';
import { type NormalNode, normalNodes, smooth, smoothNodes } from './normalNodes.ts';
import type { UnitAverages } from './unitAverages.ts';

/** Beyond this |ln v| every f of the nine is a power. */
export const largestLog = 32;

const first = -largestLog;
const spacing = 1 / 16;
const count = (2 * largestLog) / spacing + 1;

const bothSigns = (nodes: readonly NormalNode[]) =>
  nodes.flatMap(({ node, weight }) => [
    { node, weight },
    { node: -node, weight },
  ]);
const everyNode = bothSigns(normalNodes);
const fewNodes = bothSigns(smoothNodes);

function compute(nonlinearity: Nonlinearity, logVariance: number): UnitAverages {
  const { value, slope } = nonlinearities[nonlinearity];
  const root = Math.exp(logVariance / 2);
  let [mean, tilt, f2, f2u, f2uu, f4] = [0, 0, 0, 0, 0, 0];
  let [s2, s2u, s2uu, s4, k1, k2, k4] = [0, 0, 0, 0, 0, 0, 0];
  for (const { node: u, weight } of logVariance <= smooth ? fewNodes : everyNode) {
    const f = value(root * u);
    const fs = slope(root * u);
    const [ff, ss] = [f * f, fs * fs];
    // Derivatives with respect to v are averages against Hermite polynomials of u.
    const second = weight * (u * u - 1);
    const fourth = weight * (u ** 4 - 6 * u * u + 3);
    mean += weight * f;
    tilt += weight * u * fs;
    f2 += weight * ff;
    f2u += second * ff;
    f2uu += fourth * ff;
    f4 += weight * ff * ff;
    s2 += weight * ss;
    s2u += second * ss;
    s2uu += fourth * ss;
    s4 += weight * ss * ss;
    k1 += weight * f * ss;
    k2 += weight * ff * ss;
    k4 += weight * ff * ss * ss;
  }
  return {
    meanOverDeviation: mean / root,
    logGrowth: Math.log(f2) - logVariance,
    growthSlope: f2u / (2 * f2),
    growthBend: f2uu / (4 * f2),
    logSlope: Math.log(s2),
    slopeSlope: s2u / (2 * s2),
    slopeBend: s2uu / (4 * s2),
    activationVariance: f4 / f2 ** 2 - 1,
    varianceCoefficient: (3 * s4) / s2 ** 2 - 1,
    sharedUnits: k2 / (f2 * s2),
    sharedSquares: k4 / (f2 * s2 ** 2),
    slopeTilt: tilt,
    sharedMean: k1 / (root * s2),
  };
}

/** The same numbers as a row of the table. */
function rowOf(m: UnitAverages): Float64Array {
  return Float64Array.of(
    m.meanOverDeviation,
    m.logGrowth,
    m.growthSlope,
    m.growthBend,
    m.logSlope,
    m.slopeSlope,
    m.slopeBend,
    m.activationVariance,
    m.varianceCoefficient,
    m.sharedUnits,
    m.sharedSquares,
    m.slopeTilt,
    m.sharedMean,
  );
}

const tables = new Map<Nonlinearity, (Float64Array | undefined)[]>();

function entry(nonlinearity: Nonlinearity, index: number): Float64Array {
  const table = tables.get(nonlinearity) ?? new Array<Float64Array | undefined>(count);
  tables.set(nonlinearity, table);
  const at = Math.min(count - 1, Math.max(0, index));
  const found = table[at] ?? rowOf(compute(nonlinearity, first + spacing * at));
  table[at] = found;
  return found;
}

/** What is held beyond the table. */
interface Ends {
  readonly low: UnitAverages;
  readonly high: UnitAverages;
}

const ends = new Map<Nonlinearity, Ends>();

/** The same object for the same end: most layers of a network that dies away are there. */
function endsOf(nonlinearity: Nonlinearity): Ends {
  const at = (logVariance: number) => compute(nonlinearity, logVariance);
  const found = ends.get(nonlinearity) ?? { low: at(-largestLog), high: at(largestLog) };
  ends.set(nonlinearity, found);
  return found;
}

/** Interpolated by cubics in the table; |ln v| below `largestLog`. */
function momentsBetween(nonlinearity: Nonlinearity, logVariance: number): UnitAverages {
  const position = (logVariance - first) / spacing;
  const index = Math.floor(position);
  const row = (offset: number) => entry(nonlinearity, index + offset);
  const at = cubicBetween(position - index, row(-1), row(0), row(1), row(2));
  return {
    meanOverDeviation: at(0),
    logGrowth: at(1),
    growthSlope: at(2),
    growthBend: at(3),
    logSlope: at(4),
    slopeSlope: at(5),
    slopeBend: at(6),
    activationVariance: at(7),
    varianceCoefficient: at(8),
    sharedUnits: at(9),
    sharedSquares: at(10),
    slopeTilt: at(11),
    sharedMean: at(12),
  };
}

/**
 * Moments of a unit at ln v, interpolated in a table filled as it is used (error below 1e-6); beyond `largestLog` the ends are held.
 * Every network of one nonlinearity shares the table, whatever its depth, width or gain.
 */
export function unitMoments(nonlinearity: Nonlinearity, logVariance: number): UnitAverages {
  if (logVariance <= -largestLog) return endsOf(nonlinearity).low;
  if (logVariance >= largestLog) return endsOf(nonlinearity).high;
  return momentsBetween(nonlinearity, logVariance);
}
