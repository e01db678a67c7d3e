import type { Kept } from '#engine/train/checkpoint.ts';
import { mostInSpikes } from './courseLimits.ts';
import { firstKept, mostApart, mostKept } from './keptLimits.ts';

/** The step at which the next state should be kept. */
function nextKept(kept: readonly Kept[]): number {
  const step = kept.at(-1)?.step ?? 0;
  return step === 0 ? firstKept : Math.min(2 * step, step + mostApart);
}

/** Whether a state may be kept at a step: at the one that is due, and, where its loss was in a spike, every 20th after it. */
export const isToKeep = (kept: readonly Kept[], step: number): boolean => {
  const late = step - nextKept(kept);
  return late >= 0 && late % firstKept === 0;
};

/** Steps until then. */
export function stepsToKeep(kept: readonly Kept[], step: number): number {
  const late = step - nextKept(kept);
  return late < 0 ? -late : firstKept - (late % firstKept);
}

export const withKept = (kept: readonly Kept[], fresh: Kept): readonly Kept[] =>
  [...kept, fresh].slice(-mostKept);

/** Whether too many of the steps between the two newest states lay in spikes. */
export function isRestless(kept: readonly Kept[]): boolean {
  const [older, newest] = kept.slice(-2);
  if (!older || !newest) return false;
  return newest.course.spikes - older.course.spikes > mostInSpikes * (newest.step - older.step);
}

/**
 * The states after one more time that the run is taken up from the last of them, which is the newest unless that was
 * tried before: then it may itself be what is wrong.
 */
export function triedAgain(kept: readonly Kept[]): readonly Kept[] {
  const isTried = (kept.at(-1)?.tries ?? 0) > 0;
  const left = isTried && kept.length > 1 ? kept.slice(0, -1) : kept;
  return left.map((state, i) => (i < left.length - 1 ? state : { ...state, tries: state.tries + 1 }));
}
