/** Equally spaced points on a line; one point alone stands for a certain value. */
export interface LineGrid {
  readonly low: number;
  readonly spacing: number;
  readonly count: number;
}

export function gridPoint({ low, spacing }: LineGrid, index: number): number {
  return low + index * spacing;
}

/** Where values lie among the points of a row: the first of four, [values], and their cubic weights, [values, 4]. */
export interface Places {
  readonly starts: Int32Array;
  readonly weights: Float64Array;
}

export function createPlaces(count: number): Places {
  return { starts: new Int32Array(count), weights: new Float64Array(4 * count) };
}

/** Puts a value among the points; beyond the ends it is held there. */
export function placeOn(
  { starts, weights }: Places,
  index: number,
  { low, spacing, count }: LineGrid,
  value: number,
): void {
  const at = 4 * index;
  if (count < 4) {
    weights[at] = 1;
    return;
  }
  const position = Math.min(count - 1, Math.max(0, (value - low) / spacing));
  const start = Math.min(count - 4, Math.max(0, Math.floor(position) - 1));
  const x = position - start;
  starts[index] = start;
  // Lagrange weights on 0, 1, 2, 3
  weights[at] = ((x - 1) * (x - 2) * (x - 3)) / -6;
  weights[at + 1] = (x * (x - 2) * (x - 3)) / 2;
  weights[at + 2] = (x * (x - 1) * (x - 3)) / -2;
  weights[at + 3] = (x * (x - 1) * (x - 2)) / 6;
}

/** The cubic of four points from `start` on. */
export function cubicAt(
  values: Float64Array,
  start: number,
  a: number,
  b: number,
  c: number,
  d: number,
): number {
  const low = a * (values[start] ?? 0) + b * (values[start + 1] ?? 0);
  return low + c * (values[start + 2] ?? 0) + d * (values[start + 3] ?? 0);
}

export function readAt(values: Float64Array, { starts, weights }: Places, index: number): number {
  if (values.length < 4) return values[0] ?? 0;
  const at = 4 * index;
  return cubicAt(
    values,
    starts[index] ?? 0,
    weights[at] ?? 0,
    weights[at + 1] ?? 0,
    weights[at + 2] ?? 0,
    weights[at + 3] ?? 0,
  );
}

/** Adds a mass so that every cubic of the points has the same integral: the adjoint of `readAt`. */
export function addAt(values: Float64Array, { starts, weights }: Places, index: number, mass: number): void {
  const start = starts[index] ?? 0;
  const at = 4 * index;
  const end = values.length < 4 ? 1 : 4;
  for (let i = 0; i < end; i++) values[start + i] = (values[start + i] ?? 0) + mass * (weights[at + i] ?? 0);
}

/** Deviations below this are none. */
const certain = 1e-7;

/** Points over mean +- `deviations` standard deviations; one point where there is no spread to speak of. */
export function gridOver(mean: number, deviation: number, deviations: number, count: number): LineGrid {
  if (!(deviation > certain)) return { low: mean, spacing: 1, count: 1 };
  return { low: mean - deviations * deviation, spacing: (2 * deviations * deviation) / (count - 1), count };
}

/** Whether a row covers a law of this mean and deviation to at least `least` deviations, and is not wider than twice `most`. */
export function covers(
  grid: LineGrid,
  mean: number,
  deviation: number,
  least: number,
  most: number,
): boolean {
  const high = gridPoint(grid, grid.count - 1);
  if (grid.count === 1 || !(deviation > certain)) {
    return grid.count === 1 && !(deviation > certain) && Math.abs(grid.low - mean) < 1e-9;
  }
  const reach = Math.min(mean - grid.low, high - mean);
  return reach > least * deviation && high - grid.low < 2 * most * deviation;
}
