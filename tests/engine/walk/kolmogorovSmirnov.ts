/**
 * The largest difference of two samples' distribution functions in units of sqrt(1/n + 1/m). Two equal laws exceed x
 * with probability 2 e^(-2 x^2), for large samples: 1.36 with 5 %, 2.05 with 4.5e-4, 2.33 with 4e-5.
 */
export function kolmogorovSmirnov(first: readonly number[], second: readonly number[]): number {
  const a = first.toSorted((x, y) => x - y);
  const b = second.toSorted((x, y) => x - y);
  let [i, j, largest] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const x = Math.min(a[i] ?? 0, b[j] ?? 0);
    while (i < a.length && (a[i] ?? 0) <= x) i += 1;
    while (j < b.length && (b[j] ?? 0) <= x) j += 1;
    largest = Math.max(largest, Math.abs(i / a.length - j / b.length));
  }
  return largest / Math.sqrt(1 / a.length + 1 / b.length);
}
