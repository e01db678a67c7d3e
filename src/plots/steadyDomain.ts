import { scaleLinear } from 'd3';

export type Domain = readonly [low: number, high: number];

/** A domain is kept while what it must hold fills at least this share of it. */
const smallestFill = 0.45;

/**
 * The axis for what must be seen: rounded outward, and the axis before as long as that holds it well, so that an axis
 * does not move while walks arrive. `needed` in data units, low below high.
 */
export function steadyDomain(before: Domain | null, needed: Domain): Domain {
  const [low, high] = needed;
  if (before && low >= before[0] && high <= before[1]) {
    if (high - low >= smallestFill * (before[1] - before[0])) return before;
  }
  const [niceLow = low, niceHigh = high] = scaleLinear().domain([low, high]).nice(6).domain();
  return [niceLow, niceHigh];
}
