import { type Nonlinearity, nonlinearities } from './nonlinearity.ts';
import { normalExpectation } from './normalExpectation.ts';

/** Averages over a unit whose pre-activation is N(0, q). */
export interface UnitMoments {
  /** E f / sqrt(q). */
  readonly meanOverDeviation: number;
  /** ln(E f^2 / q). */
  readonly logGrowth: number;
  /** ln E f'^2. */
  readonly logSlope: number;
  /** c = 3 E f'^4 / (E f'^2)^2 - 1: N Var ln z to leading order. */
  readonly varianceCoefficient: number;
  /** E f^4 / (E f^2)^2 - 1: N Var ln |h|^2 of a layer, given the one before, to leading order. */
  readonly activationVariance: number;
}

/** Beyond this |ln q| every f of the nine is a power. */
const largestLogQ = 32;

const first = -largestLogQ;
const spacing = 1 / 16;
const count = (2 * largestLogQ) / spacing + 1;

function compute(nonlinearity: Nonlinearity, logQ: number): UnitMoments {
  const { value, slope } = nonlinearities[nonlinearity];
  const root = Math.exp(logQ / 2);
  const mean = normalExpectation((u) => value(root * u));
  const square = normalExpectation((u) => value(root * u) ** 2);
  const fourth = normalExpectation((u) => value(root * u) ** 4);
  const slope2 = normalExpectation((u) => slope(root * u) ** 2);
  const slope4 = normalExpectation((u) => slope(root * u) ** 4);
  return {
    meanOverDeviation: mean / root,
    logGrowth: Math.log(square) - logQ,
    logSlope: Math.log(slope2),
    varianceCoefficient: (3 * slope4) / slope2 ** 2 - 1,
    activationVariance: fourth / square ** 2 - 1,
  };
}

const tables = new Map<Nonlinearity, (UnitMoments | undefined)[]>();

function entry(nonlinearity: Nonlinearity, index: number): UnitMoments {
  const table = tables.get(nonlinearity) ?? new Array<UnitMoments | undefined>(count);
  tables.set(nonlinearity, table);
  const at = Math.min(count - 1, Math.max(0, index));
  const found = table[at] ?? compute(nonlinearity, first + spacing * at);
  table[at] = found;
  return found;
}

/**
 * Moments of a unit at ln q, interpolated by cubics in a table filled as it is used (error below 1e-6); beyond
 * `largestLogQ` the ends are held.
 */
export function unitMoments(nonlinearity: Nonlinearity, logQ: number): UnitMoments {
  const position = Math.min(count - 1, Math.max(0, (logQ - first) / spacing));
  const index = Math.floor(position);
  const x = position - index;
  // Lagrange weights on the nodes -1, 0, 1, 2
  const weights = [
    (-x * (x - 1) * (x - 2)) / 6,
    ((x + 1) * (x - 1) * (x - 2)) / 2,
    (-(x + 1) * x * (x - 2)) / 2,
    ((x + 1) * x * (x - 1)) / 6,
  ];
  let meanOverDeviation = 0;
  let logGrowth = 0;
  let logSlope = 0;
  let varianceCoefficient = 0;
  let activationVariance = 0;
  for (const [k, weight] of weights.entries()) {
    const node = entry(nonlinearity, index + k - 1);
    meanOverDeviation += weight * node.meanOverDeviation;
    logGrowth += weight * node.logGrowth;
    logSlope += weight * node.logSlope;
    varianceCoefficient += weight * node.varianceCoefficient;
    activationVariance += weight * node.activationVariance;
  }
  return { meanOverDeviation, logGrowth, logSlope, varianceCoefficient, activationVariance };
}
