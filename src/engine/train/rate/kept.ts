import type { Kept } from '#engine/train/checkpoint.ts';
import { firstKept, mostApart, mostKept } from './keptLimits.ts';

/** The step at which the next state should be kept. */
export function nextKept(kept: readonly Kept[]): number {
  const step = kept.at(-1)?.step ?? 0;
  return step === 0 ? firstKept : Math.min(2 * step, step + mostApart);
}

export const withKept = (kept: readonly Kept[], fresh: Kept): readonly Kept[] =>
  [...kept, fresh].slice(-mostKept);

/**
 * The states after one more time that the run is taken up from the last of them, which is the newest unless that was
 * tried before: then it may itself be what is wrong.
 */
export function triedAgain(kept: readonly Kept[]): readonly Kept[] {
  const isTried = (kept.at(-1)?.tries ?? 0) > 0;
  const left = isTried && kept.length > 1 ? kept.slice(0, -1) : kept;
  return left.map((state, i) => (i < left.length - 1 ? state : { ...state, tries: state.tries + 1 }));
}
