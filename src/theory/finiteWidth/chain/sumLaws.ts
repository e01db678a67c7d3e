import { cubicBetween } from '#theory/cubicBetween.ts';
import type { Nonlinearity } from '#theory/nonlinearity.ts';
import { type LogLaw, logSumLaw, type SumLaws } from './logSumLaw.ts';
import { type UnitTransform, unitTransforms } from './unitTransforms.ts';

const spacing = 1 / 4;
/** Beyond this |ln v| the laws are those of a power, or none that is asked for. */
const farthest = 24;

/** ln of the mean of `width` squares over what it is on average. */
function lawOf({ at, zero }: UnitTransform, width: number): LogLaw {
  const { mean, variance } = logSumLaw(at, width, zero);
  return { mean: mean - Math.log(width), variance };
}

/** Means and variances of the two laws, in one row. */
function rowOf(nonlinearity: Nonlinearity, width: number, logVariance: number): Float64Array {
  const transforms = unitTransforms(nonlinearity, logVariance);
  const activation = lawOf(transforms.activation, width);
  const gradient = lawOf(transforms.gradient, width);
  return Float64Array.of(activation.mean, activation.variance, gradient.mean, gradient.variance);
}

const tables = new Map<string, Map<number, Float64Array>>();
const mostTables = 8;

/** The table of a nonlinearity and a width; the latest few are kept, whatever depth, gain and input they were asked for. */
function tableOf(nonlinearity: Nonlinearity, width: number): Map<number, Float64Array> {
  const key = `${nonlinearity} ${width}`;
  const table = tables.get(key) ?? new Map<number, Float64Array>();
  tables.delete(key);
  tables.set(key, table);
  for (const old of [...tables.keys()].slice(0, -mostTables)) tables.delete(old);
  return table;
}

/** Laws over ln v of one nonlinearity and width, interpolated by cubics in a table filled as it is used. */
export function createSumLaws(nonlinearity: Nonlinearity, width: number): (logVariance: number) => SumLaws {
  const table = tableOf(nonlinearity, width);
  const entry = (index: number) => {
    const found = table.get(index) ?? rowOf(nonlinearity, width, spacing * index);
    table.set(index, found);
    return found;
  };
  return (logVariance) => {
    const position = Math.min(farthest, Math.max(-farthest, logVariance)) / spacing;
    const index = Math.floor(position);
    const at = cubicBetween(
      position - index,
      entry(index - 1),
      entry(index),
      entry(index + 1),
      entry(index + 2),
    );
    return {
      activation: { mean: at(0), variance: at(1) },
      gradient: { mean: at(2), variance: at(3) },
    };
  };
}
