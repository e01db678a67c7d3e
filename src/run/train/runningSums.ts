/** Sums of the first 0, 1, 2.. values of a series: the mean of any stretch follows from two of them, however long it is. */
export type RunningSums = Float64Array;

/** Room for the sums of `length` values; those that are there stay. */
export function grownSums(sums: RunningSums, length: number): RunningSums {
  if (sums.length > length) return sums;
  const longer = new Float64Array(Math.max(length, 2 * (sums.length - 1)) + 1);
  longer.set(sums);
  return longer;
}

/** Writes the sums of values that follow the first `start`, in place. */
export function addSums(sums: RunningSums, start: number, values: ArrayLike<number>): void {
  let sum = sums[start] ?? 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i] ?? 0;
    sums[start + i + 1] = sum;
  }
}

/** The sums of a whole series. */
export function sumsOf(values: ArrayLike<number>): RunningSums {
  const sums = new Float64Array(values.length + 1);
  addSums(sums, 0, values);
  return sums;
}

/** Mean of the values from..to - 1. */
export const meanBetween = (sums: RunningSums, from: number, to: number): number =>
  ((sums[to] ?? Number.NaN) - (sums[from] ?? Number.NaN)) / (to - from);
