import { scaleLinear } from 'd3';
import { type Domain, soundDomain } from './domain.ts';

/** A domain is kept while what it must hold fills at least this share of it. */
const smallestFill = 0.45;

/**
 * The axis for what must be seen: rounded outward, and the axis before as long as that holds it well, so that an axis
 * does not move while walks arrive. `needed` in data units; where it is no domain at all, the axis before stays, or is
 * `initial`.
 */
export function steadyDomain(before: Domain | null, needed: Domain, initial: Domain = [-1, 1]): Domain {
  const [low, high] = soundDomain(needed, before ?? initial);
  if (before && low >= before[0] && high <= before[1]) {
    if (high - low >= smallestFill * (before[1] - before[0])) return before;
  }
  const [niceLow = low, niceHigh = high] = scaleLinear().domain([low, high]).nice(6).domain();
  return [niceLow, niceHigh];
}
