import type { Series } from './protocol.ts';

/** Mean and deviation over networks of the values that are numbers. */
export function seriesMoments(networks: readonly Float64Array[], length: number): Series {
  const mean = new Float64Array(length).fill(Number.NaN);
  const deviation = new Float64Array(length).fill(Number.NaN);
  for (let i = 0; i < length; i++) {
    const values = networks.map((network) => network[i] ?? Number.NaN).filter(Number.isFinite);
    const n = values.length;
    if (n < 2) continue;
    const center = values.reduce((sum, value) => sum + value, 0) / n;
    mean[i] = center;
    deviation[i] = Math.sqrt(values.reduce((sum, value) => sum + (value - center) ** 2, 0) / (n - 1));
  }
  return { mean, deviation };
}
