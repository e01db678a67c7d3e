import { type ScaleContinuousNumeric, scaleLinear, scaleSymlog } from 'd3';
import { type Domain, soundDomain } from './domain.ts';
import { logScale, logTicks, soundLogDomain } from './logAxis.ts';
import { linearScale } from './scales.ts';

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

const around: Domain = [-1, 1];

/** Where an axis' values stand, px; values outside stand at the ends. */
export function sweepScale(
  { kind, domain, unit = 1 }: SweepAxis,
  range: readonly [number, number],
): ScaleContinuousNumeric<number, number> {
  if (kind === 'log') return logScale(domain, range);
  if (kind === 'squeezed') return scaleSymlog(soundDomain(domain, around), range).constant(unit).clamp(true);
  return linearScale(domain, range).clamp(true);
}

/** A logarithmic axis shorter than this has linear ticks: it holds too few round powers. */
const narrowRatio = 3;

/** The values that an axis labels. */
export function sweepTicks(axis: SweepAxis, most: number): number[] {
  if (axis.ticks) return axis.ticks.filter(Number.isFinite);
  if (axis.kind !== 'log') return scaleLinear(soundDomain(axis.domain, [0, 1]), [0, 1]).ticks(most);
  const [low, high] = soundLogDomain(axis.domain);
  return high / low > narrowRatio
    ? logTicks([low, high], most)
    : scaleLinear([low, high], [0, 1]).ticks(most);
}
