import type { LogLaw } from './logSumLaw.ts';

/** Mean and variance of a number over a layer's points, given its own mean and variance at each. */
export function overPoints(
  mass: Float64Array,
  mean: (i: number) => number,
  variance: (i: number) => number,
): LogLaw {
  let total = 0;
  const base = mean(mass.length >> 1);
  let [m, mm] = [0, 0];
  for (let i = 0; i < mass.length; i++) {
    const p = mass[i] ?? 0;
    const moved = mean(i) - base;
    total += p;
    m += p * moved;
    mm += p * (variance(i) + moved * moved);
  }
  return { mean: base + m / total, variance: Math.max(0, mm / total - (m / total) ** 2) };
}
