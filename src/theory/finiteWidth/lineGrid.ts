/** Equally spaced points on a line; one point alone stands for a certain value. */
export interface LineGrid {
  readonly low: number;
  readonly spacing: number;
  readonly count: number;
}

export function gridPoint({ low, spacing }: LineGrid, index: number): number {
  return low + index * spacing;
}

/** Where a value lies among the points: the first of four, and their cubic weights; at the ends held. */
export interface Place {
  readonly start: number;
  readonly weights: readonly [number, number, number, number];
}

const certain: Place = { start: 0, weights: [1, 0, 0, 0] };

export function placeOn({ low, spacing, count }: LineGrid, value: number): Place {
  if (count < 4) return certain;
  const position = Math.min(count - 1, Math.max(0, (value - low) / spacing));
  const start = Math.min(count - 4, Math.max(0, Math.floor(position) - 1));
  const x = position - start;
  // Lagrange weights on 0, 1, 2, 3
  return {
    start,
    weights: [
      ((x - 1) * (x - 2) * (x - 3)) / -6,
      (x * (x - 2) * (x - 3)) / 2,
      (x * (x - 1) * (x - 3)) / -2,
      (x * (x - 1) * (x - 2)) / 6,
    ],
  };
}

export function readAt(values: Float64Array, { start, weights }: Place): number {
  const [a, b, c, d] = weights;
  if (values.length < 4) return values[0] ?? 0;
  return (
    a * (values[start] ?? 0) +
    b * (values[start + 1] ?? 0) +
    c * (values[start + 2] ?? 0) +
    d * (values[start + 3] ?? 0)
  );
}

/** Adds a mass so that every cubic of the points has the same integral: the adjoint of `readAt`. */
export function addAt(values: Float64Array, { start, weights }: Place, mass: number): void {
  const end = Math.min(4, values.length - start);
  for (let i = 0; i < end; i++) values[start + i] = (values[start + i] ?? 0) + mass * (weights[i] ?? 0);
}

/** Points over mean +- `deviations` standard deviations; one point where there is no spread to speak of. */
export function gridOver(mean: number, deviation: number, deviations: number, count: number): LineGrid {
  if (!(deviation > 1e-7)) return { low: mean, spacing: 1, count: 1 };
  return { low: mean - deviations * deviation, spacing: (2 * deviations * deviation) / (count - 1), count };
}

/** Whether two rows cover nearly the same: then the one does for the other. */
export function isNear(a: LineGrid, b: LineGrid): boolean {
  if (a.count === 1 || b.count === 1) return a.count === b.count && Math.abs(a.low - b.low) < 1e-9;
  const [aSpan, bSpan] = [a.spacing * (a.count - 1), b.spacing * (b.count - 1)];
  return Math.abs(a.low - b.low) < 0.02 * bSpan && Math.abs(aSpan / bSpan - 1) < 0.03;
}
