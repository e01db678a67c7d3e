import type { Measurement } from './measurement.ts';
import type { SweepPlan } from './sweepPlan.ts';

/** All that is known of the sweep on the screen. */
export interface SweepRecord {
  readonly plan: SweepPlan;
  /** What was measured, by point key, the point at work included. */
  readonly measured: ReadonlyMap<string, Measurement>;
  /** Which point is at work; null when none is. */
  readonly active: number | null;
  /** Backend and device that measure. */
  readonly backend: string;
}
