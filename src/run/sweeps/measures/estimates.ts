import type { WalkMeasurement } from '#run/sweeps/measurement.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';

/** Fewer living walks give no error bar worth drawing. */
const fewestLiving = 3;

const isEnough = ({ walks, dead, moments }: WalkMeasurement) =>
  moments !== null && walks - dead >= fewestLiving;

/** Mean of ln Z over the living walks, k layers from the start; null while there are too few. */
export function meanEstimate(measured: WalkMeasurement, k: number): Estimate | null {
  const { moments } = measured;
  if (!moments || !isEnough(measured)) return null;
  return { value: moments.mean[k] ?? 0, error: moments.stderrMean[k] ?? 0 };
}

/** Variance of ln Z over the living walks. */
export function varianceEstimate(measured: WalkMeasurement, k: number): Estimate | null {
  const { moments } = measured;
  if (!moments || !isEnough(measured)) return null;
  return { value: moments.variance[k] ?? 0, error: moments.stderrVariance[k] ?? 0 };
}

/** Drift of ln Z a layer over a depth. */
export function driftEstimate(measured: WalkMeasurement, depth: number): Estimate | null {
  const mean = meanEstimate(measured, depth);
  return mean && { value: mean.value / depth, error: mean.error / depth };
}

/** Share of living walks whose norm ends within a factor of 10; the error by Wilson's rule, which knows no 0 at a rim. */
export function withinEstimate(measured: WalkMeasurement): Estimate | null {
  const living = measured.walks - measured.dead;
  if (!isEnough(measured)) return null;
  const value = measured.within / living;
  const error = Math.sqrt(living * value * (1 - value) + 0.25) / (living + 1);
  return { value, error };
}

/** How many standard errors a measurement is off; null where either is missing or the error is nil. */
export function deviationsOff(measured: Estimate | null, theory: number | null): number | null {
  if (!measured || theory === null || !(measured.error > 0)) return null;
  return (measured.value - theory) / measured.error;
}
