import type { Domain } from './domain.ts';

/** One bar: its share of all walks, divided by its length, is a density comparable with the exact one. */
export interface HistogramBar {
  readonly low: number;
  readonly high: number;
  readonly density: number;
}

/**
 * Density histogram of the finite values over a domain in equal bars; values beyond its ends are in no bar. One pass and
 * no copy: it is made anew in every frame, of up to 100,000 walks.
 */
export function histogramBars(values: Iterable<number>, [low, high]: Domain, bars: number): HistogramBar[] {
  const length = (high - low) / bars;
  const counts = new Float64Array(bars);
  let finite = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    finite += 1;
    const bar = value === high ? bars - 1 : Math.floor((value - low) / length);
    if (bar >= 0 && bar < bars) counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return Array.from(counts, (count, i) => ({
    low: low + i * length,
    high: low + (i + 1) * length,
    density: finite === 0 ? 0 : count / (finite * length),
  }));
}
