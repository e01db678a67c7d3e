import { type ScaleLogarithmic, scaleLog } from 'd3';
import { type Domain, farthest, shortestShare, within } from './domain.ts';

/** The domain as a logarithmic axis can show it: two ends above zero, as `soundDomain` has them; a low end that is not above it is a thousandth of the high one. */
export function soundLogDomain([one, other]: Domain, otherwise: Domain = [1, 10]): Domain {
  const [low, high] = [within(Math.min(one, other)), within(Math.max(one, other))];
  if (!Number.isFinite(low) || !(high > 1 / farthest)) return otherwise;
  const above = Math.max(low > 0 ? low : high / 1000, 1 / farthest);
  return high >= above * (1 + shortestShare) ? [above, high] : [above / 1.1, above * 1.1];
}

/** A logarithmic axis over px; values at and below zero stand at its low end. */
export function logScale(domain: Domain, range: readonly [number, number]): ScaleLogarithmic<number, number> {
  return scaleLog(soundLogDomain(domain), range).clamp(true);
}

/** Ladders of round values within a decade, the finest first. */
const mantissas: readonly (readonly number[])[] = [[1, 2, 5], [1, 3], [1]];

/** Round values of a logarithmic axis, about `most` of them at most: 1, 2, 5; or powers of ten, thinned where many. */
export function logTicks(domain: Domain, most: number): number[] {
  const [low, high] = soundLogDomain(domain);
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const decades = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const inside = (value: number) => value >= low * 0.999 && value <= high * 1.001;
  const rows = mantissas.map((row) =>
    decades.flatMap((decade) => row.map((m) => Number(`${m}e${decade}`))).filter(inside),
  );
  const fitting = rows.find((row) => row.length <= most);
  if (fitting) return fitting;
  const powers = rows.at(-1) ?? [];
  const stride = Math.ceil(powers.length / Math.max(1, most));
  return powers.filter((_, i) => (powers.length - 1 - i) % stride === 0);
}
