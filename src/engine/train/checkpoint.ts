import type { BackendFault } from '#engine/device/protocol.ts';
import type { TrainState } from './network.ts';
import { type Course, noCourse } from './rate/course.ts';
import type { Way } from './way.ts';

/** A state that a run may go back to. */
export interface Kept {
  readonly step: number;
  readonly state: TrainState;
  readonly course: Course;
  /** The rate that the run came here with. */
  readonly rate: number;
  /** How often the run was taken up from here. */
  readonly tries: number;
}

/** A run's learning rate and what it is kept safe by. */
export interface RateMemory {
  /** What the run found for itself; null where it was given one, or has not looked yet. */
  readonly found: number | null;
  /** States that it may go back to, the newest last; none where nothing is known but the rate. */
  readonly kept: readonly Kept[];
  /** What its losses have come to. */
  readonly course: Course;
  /** Step of the newest range test. */
  readonly testedAt: number;
  /** Step at which its losses last left what the rate allows; 0 where they never did. */
  readonly halvedAt: number;
}

/** Of a run whose rate alone is known, or nothing. */
export const memoryOf = (found: number | null): RateMemory => ({
  found,
  kept: [],
  course: noCourse,
  testedAt: 0,
  halvedAt: 0,
});

/** Where a run can be taken up again, at most some seconds behind it. */
export interface Checkpoint {
  /** Steps done. */
  readonly step: number;
  readonly state: TrainState;
  readonly rate: RateMemory;
  readonly elapsedMs: number;
  readonly scriptMs: number;
}

/** Why a run had to be taken up again: its device went away, or its way to train failed. */
export type Interruption =
  | { readonly because: 'device'; readonly fault: BackendFault }
  | { readonly because: 'way'; readonly way: Way; readonly detail: string };
