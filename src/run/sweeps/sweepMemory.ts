import type { Measurement } from './measurement.ts';
import type { SweepPoint } from './sweepPoint.ts';

/** Points that were measured to their end; they outlive a change of sweep and serve whoever asks for the same again. */
export interface SweepMemory {
  keep(key: string, measurement: Measurement): void;
  forget(points: readonly SweepPoint[]): void;
  clear(): void;
  /** What is known of some points, by key. */
  of(points: readonly SweepPoint[]): Map<string, Measurement>;
}

const mostKept = 120;

export function createSweepMemory(): SweepMemory {
  const kept = new Map<string, Measurement>();
  return {
    keep(key, measurement) {
      kept.set(key, measurement);
      const oldest = kept.keys().next();
      if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
    },
    forget(points) {
      for (const { key } of points) kept.delete(key);
    },
    clear: () => kept.clear(),
    of(points) {
      const found = new Map<string, Measurement>();
      for (const { key } of points) {
        const measurement = kept.get(key);
        if (measurement) found.set(key, measurement);
      }
      return found;
    },
  };
}
