import type { TrainState } from '#engine/train/network.ts';
import type { Course } from './course.ts';

/** A state that a run may go back to. */
export interface Kept {
  readonly step: number;
  readonly state: TrainState;
  readonly course: Course;
  /** How often the run was taken up from here, each time with half the rate. */
  readonly tries: number;
}

/** The first state after the start is kept here, each next at twice its step. */
export const firstKept = 20;
/** At most this many steps lie between two states. */
export const mostApart = 640;
/** States kept at once. */
export const mostKept = 3;
/** So often a rate is halved from the oldest state before the network itself is to blame. */
export const mostHalvings = 12;

/** The step at which the next state should be kept. */
export function nextKept(kept: readonly Kept[]): number {
  const step = kept.at(-1)?.step ?? 0;
  return step === 0 ? firstKept : Math.min(2 * step, step + mostApart);
}

export const withKept = (kept: readonly Kept[], fresh: Kept): readonly Kept[] =>
  [...kept, fresh].slice(-mostKept);

/**
 * The states after one more time that the run is taken up from the last of them, which is the newest unless that was
 * tried before: then it may itself be what is wrong. Null where the oldest has been tried too often.
 */
export function triedAgain(kept: readonly Kept[]): readonly Kept[] | null {
  const isTried = (kept.at(-1)?.tries ?? 0) > 0;
  const left = isTried && kept.length > 1 ? kept.slice(0, -1) : kept;
  const last = left.at(-1);
  if (!last || last.tries >= mostHalvings) return null;
  return [...left.slice(0, -1), { ...last, tries: last.tries + 1 }];
}
