/** A running estimate of the device's speed, so that a slice can be sized before it is submitted. */
export interface Pace {
  readonly weightsPerMs: number;
  /** What the shortest slice so far took: submitting and reading back cost that much whatever the work. */
  readonly shortestMs: number;
}

/** A first guess that keeps the first slice short on the slowest device. */
export const initialPace: Pace = { weightsPerMs: 40_000, shortestMs: Number.POSITIVE_INFINITY };

/** More than this is work, not cost: else a run of long slices would think itself all cost. */
const largestCostMs = 20;

/**
 * The estimate after a slice of `weights` took `elapsedMs`. The fixed cost is not laid to the weights' charge, or slices
 * of little work would shrink until they were all cost. At most doubles, so that no slice runs away.
 */
export function nextPace(pace: Pace, weights: number, elapsedMs: number): Pace {
  const shortestMs = Math.min(pace.shortestMs, elapsedMs);
  const workMs = elapsedMs - Math.min(largestCostMs, shortestMs);
  const measured = weights / Math.max(workMs, elapsedMs / 4, 0.1);
  return { weightsPerMs: Math.max(1, Math.min(measured, 2 * pace.weightsPerMs)), shortestMs };
}
