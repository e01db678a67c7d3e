import { type ScaleContinuousNumeric, scaleLinear, scaleLog, scaleSymlog } from 'd3';
import type { Domain } from './steadyDomain.ts';

/** An axis of a sweep. */
export interface SweepAxis {
  /** `squeezed`: in proportion up to `unit` on both sides of zero, logarithmic beyond. */
  readonly kind: 'linear' | 'log' | 'squeezed';
  readonly domain: Domain;
  readonly unit?: number;
  readonly title: string;
  /** Values to be labelled; about six round ones by default. */
  readonly ticks?: readonly number[];
  /** How a tick's value is written. */
  readonly tickText?: (value: number) => string;
}

/** Where an axis' values stand, px; values outside stand at the ends. */
export function sweepScale(
  { kind, domain, unit = 1 }: SweepAxis,
  range: readonly [number, number],
): ScaleContinuousNumeric<number, number> {
  if (kind === 'log') return scaleLog(domain, range).clamp(true);
  if (kind === 'squeezed') return scaleSymlog(domain, range).constant(unit).clamp(true);
  return scaleLinear(domain, range).clamp(true);
}

/** A logarithmic axis shorter than this has linear ticks: it holds too few round powers. */
const narrowRatio = 3;

const mantissas: readonly (readonly number[])[] = [[1, 2, 5], [1, 3], [1]];

/** Round values of a logarithmic axis, about `most` of them at most: 1, 2, 5; or powers of ten, thinned where many. */
export function logTicks([low, high]: Domain, most: number): number[] {
  const decades = Array.from(
    { length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, i) => Math.floor(Math.log10(low)) + i,
  );
  const inside = (value: number) => value >= low * 0.999 && value <= high * 1.001;
  const rows = mantissas.map((row) =>
    decades.flatMap((decade) => row.map((m) => Number(`${m}e${decade}`))).filter(inside),
  );
  const fitting = rows.find((row) => row.length <= most);
  if (fitting) return fitting;
  const powers = rows.at(-1) ?? [];
  const stride = Math.ceil(powers.length / most);
  return powers.filter((_, i) => (powers.length - 1 - i) % stride === 0);
}

/** The values that an axis labels. */
export function sweepTicks(axis: SweepAxis, most: number): number[] {
  if (axis.ticks) return [...axis.ticks];
  const [low, high] = axis.domain;
  if (axis.kind === 'log' && high / low > narrowRatio) return logTicks(axis.domain, most);
  return scaleLinear(axis.domain, [0, 1]).ticks(most);
}
