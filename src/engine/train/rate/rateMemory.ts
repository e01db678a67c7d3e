import { type Course, noCourse } from './course.ts';
import type { Kept } from './kept.ts';

/** A run's learning rate and what it is kept safe by. */
export interface RateMemory {
  /** What the run found for itself; null where it was given one, or has not looked yet. */
  readonly found: number | null;
  /** States that it may go back to, the newest last; none where nothing is known but the rate. */
  readonly kept: readonly Kept[];
  /** What its losses have come to. */
  readonly course: Course;
}

/** Of a run whose rate alone is known, or nothing. */
export const memoryOf = (found: number | null): RateMemory => ({ found, kept: [], course: noCourse });
