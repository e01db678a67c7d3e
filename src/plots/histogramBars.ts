import { bin } from 'd3';
import type { Domain } from './steadyDomain.ts';

/** One bar: its share of all walks, divided by its length, is a density comparable with the exact one. */
export interface HistogramBar {
  readonly low: number;
  readonly high: number;
  readonly density: number;
}

/** Density histogram of the finite values over a domain in equal bars; values beyond its ends are in no bar. */
export function histogramBars(values: Iterable<number>, [low, high]: Domain, bars: number): HistogramBar[] {
  const finite = Array.from(values).filter(Number.isFinite);
  const length = (high - low) / bars;
  const thresholds = Array.from({ length: bars - 1 }, (_, i) => low + (i + 1) * length);
  const bins = bin().domain([low, high]).thresholds(thresholds)(finite);
  return bins.map((members, i) => ({
    low: low + i * length,
    high: low + (i + 1) * length,
    density: finite.length === 0 ? 0 : members.length / (finite.length * length),
  }));
}
