import { shareDone } from './measurement.ts';
import type { SweepRecord } from './sweepRecord.ts';

/** How far a sweep is. */
export interface SweepProgress {
  readonly points: number;
  readonly pointsDone: number;
  /** 0..1, by expected work. */
  readonly share: number;
  /** Time that what is measured took, ms. */
  readonly elapsedMs: number;
  /** Estimated from the work done; null before any. */
  readonly remainingMs: number | null;
}

/** How far a sweep is, and how long the rest will take if it goes on at the same speed. */
export function sweepProgress({ plan, measured }: SweepRecord): SweepProgress {
  let pointsDone = 0;
  let work = 0;
  let workDone = 0;
  let elapsedMs = 0;
  for (const point of plan.points) {
    const measurement = measured.get(point.key);
    work += point.cost;
    workDone += point.cost * shareDone(point, measurement);
    elapsedMs += measurement?.elapsedMs ?? 0;
    if (measurement?.done) pointsDone += 1;
  }
  const share = work > 0 ? workDone / work : 0;
  return {
    points: plan.points.length,
    pointsDone,
    share,
    elapsedMs,
    remainingMs: share > 0 ? (elapsedMs * (1 - share)) / share : null,
  };
}
