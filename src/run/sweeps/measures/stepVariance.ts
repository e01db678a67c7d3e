import type { WalkMeasurement } from '#run/sweeps/measurement.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';

/** Variance of one step over the first living walks, with its standard error from their fourth moment. */
export function stepVariance(walked: WalkMeasurement, layer: number): Estimate | null {
  const { paths, pathCount, moments } = walked;
  const length = moments?.mean.length ?? 0;
  const steps: number[] = [];
  for (let walk = 0; walk < pathCount; walk++) {
    const end = paths[walk * length + layer] ?? 0;
    if (Number.isFinite(end)) steps.push(end - (paths[walk * length + layer - 1] ?? 0));
  }
  if (steps.length < 3) return null;
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const central = (power: number) =>
    steps.reduce((sum, step) => sum + (step - mean) ** power, 0) / steps.length;
  const value = (central(2) * steps.length) / (steps.length - 1);
  return { value, error: Math.sqrt(Math.max(0, central(4) - central(2) ** 2) / steps.length) };
}
