import type { WalkMeasurement } from '#run/sweeps/measurement.ts';

/** ln Z of the walks whose paths are kept, at one layer; -Infinity for the dead. */
function pathsAt({ paths, pathCount, moments }: WalkMeasurement, layer: number): number[] {
  const length = moments?.mean.length ?? 0;
  return Array.from({ length: pathCount }, (_, walk) => paths[walk * length + layer] ?? 0);
}

/** ln of the median of Z over the first living walks at one layer; null without any. */
export function measuredMedian(walked: WalkMeasurement, layer: number): number | null {
  const living = pathsAt(walked, layer)
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b);
  if (living.length === 0) return null;
  const [low, high] = [Math.floor((living.length - 1) / 2), Math.ceil((living.length - 1) / 2)];
  return 0.5 * ((living[low] ?? 0) + (living[high] ?? 0));
}

/** ln of the mean of e^values, without overflow. */
function logMeanExp(values: readonly number[]): number {
  const peak = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (!Number.isFinite(peak)) return peak;
  return peak + Math.log(values.reduce((sum, value) => sum + Math.exp(value - peak), 0) / values.length);
}

/** ln of the sample mean of Z at one layer over the first walks, the dead with Z = 0. */
export function logSampleMean(walked: WalkMeasurement, layer: number): number | null {
  return walked.pathCount === 0 ? null : logMeanExp(pathsAt(walked, layer));
}

/** ln of the sample mean of Z at the last layer, as walks come in: after 1, 2, .. walks, at about 200 counts. */
export function runningLogMean({ final, walks }: WalkMeasurement): readonly (readonly [number, number])[] {
  const shown = 200;
  const points: (readonly [number, number])[] = [];
  let peak = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let next = 1;
  for (let walk = 0; walk < walks; walk++) {
    const lnZ = final[walk] ?? Number.NEGATIVE_INFINITY;
    if (lnZ > peak) {
      sum = sum * Math.exp(peak - lnZ) + 1;
      peak = lnZ;
    } else if (Number.isFinite(lnZ)) sum += Math.exp(lnZ - peak);
    if (walk + 1 < next && walk + 1 < walks) continue;
    if (sum > 0) points.push([walk + 1, peak + Math.log(sum / (walk + 1))]);
    next = Math.max(walk + 2, (walk + 1) * final.length ** (1 / shown));
  }
  return points;
}
