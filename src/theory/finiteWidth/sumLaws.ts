import type { Nonlinearity } from '#theory/nonlinearity.ts';
import { normalNodes } from '#theory/normalNodes.ts';
import { unitSquares } from '#theory/unitSquares.ts';
import { type LogLaw, logSumLaw } from './logSumLaw.ts';

/** The laws of ln of a layer's mean squares over what they are on average. */
export interface SumLaws {
  /** ln(p/F), p the mean of f^2 over the units. */
  readonly activation: LogLaw;
  /** ln(q/C), q the mean of f'^2 G^2 over the units, G ~ N(0, 1). */
  readonly gradient: LogLaw;
}

const spacing = 1 / 8;

const weights = Float64Array.from(normalNodes, ({ weight }) => weight);

/** E of a function of a unit's square. */
function average(squares: Float64Array, of: (square: number) => number): number {
  let sum = 0;
  for (let i = 0; i < squares.length; i++) sum += (weights[i] ?? 0) * of(squares[i] ?? 0);
  return sum;
}

/** ln of the mean of `width` squares over what it is on average, each square multiplied by a number of transform `factor`. */
function lawOf(squares: Float64Array, width: number, factor: (y: number) => number): LogLaw {
  const mean = average(squares, (x) => x);
  const zero = average(squares, (x) => (x === 0 ? 1 : 0));
  const laplace = (t: number) => average(squares, (x) => factor((t * x) / mean));
  const law = logSumLaw(laplace, width, zero);
  return { mean: law.mean - Math.log(width), variance: law.variance };
}

function compute(nonlinearity: Nonlinearity, width: number, logVariance: number): SumLaws {
  const { values, slopes } = unitSquares(nonlinearity, logVariance);
  return {
    activation: lawOf(values, width, (y) => Math.exp(-y)),
    gradient: lawOf(slopes, width, (y) => 1 / Math.sqrt(1 + 2 * y)),
  };
}

const tables = new Map<string, Map<number, SumLaws>>();
const mostTables = 8;

/** The table of a nonlinearity and a width; the latest few are kept, whatever depth, gain and input they were asked for. */
function tableOf(nonlinearity: Nonlinearity, width: number): Map<number, SumLaws> {
  const key = `${nonlinearity} ${width}`;
  const table = tables.get(key) ?? new Map<number, SumLaws>();
  tables.delete(key);
  tables.set(key, table);
  for (const old of [...tables.keys()].slice(0, -mostTables)) tables.delete(old);
  return table;
}

/** Laws over ln v of one nonlinearity and width, interpolated by cubics in a table filled as it is used. */
export function createSumLaws(nonlinearity: Nonlinearity, width: number): (logVariance: number) => SumLaws {
  const table = tableOf(nonlinearity, width);
  const entry = (index: number) => {
    const found = table.get(index) ?? compute(nonlinearity, width, spacing * index);
    table.set(index, found);
    return found;
  };
  return (logVariance) => {
    const position = Math.min(32, Math.max(-32, logVariance)) / spacing;
    const index = Math.floor(position);
    const x = position - index;
    const a = (-x * (x - 1) * (x - 2)) / 6;
    const b = ((x + 1) * (x - 1) * (x - 2)) / 2;
    const c = (-(x + 1) * x * (x - 2)) / 2;
    const d = ((x + 1) * x * (x - 1)) / 6;
    const [p, q, r, s] = [entry(index - 1), entry(index), entry(index + 1), entry(index + 2)];
    const at = (of: (laws: SumLaws) => number) => a * of(p) + b * of(q) + c * of(r) + d * of(s);
    return {
      activation: { mean: at((l) => l.activation.mean), variance: at((l) => l.activation.variance) },
      gradient: { mean: at((l) => l.gradient.mean), variance: at((l) => l.gradient.variance) },
    };
  };
}
