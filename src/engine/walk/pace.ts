/** A running estimate of the device's speed, so that a slice can be sized before it is submitted. */
export interface Pace {
  readonly weightsPerMs: number;
}

/** A first guess that keeps the first slice short on the slowest device. */
export const initialPace: Pace = { weightsPerMs: 40_000 };

/** The estimate after a slice of `weights` took `elapsedMs`; it at most doubles, so that no slice runs away. */
export function nextPace(pace: Pace, weights: number, elapsedMs: number): Pace {
  const measured = weights / Math.max(elapsedMs, 0.1);
  return { weightsPerMs: Math.max(1, Math.min(measured, 2 * pace.weightsPerMs)) };
}
