import { type Domain, soundDomain } from './domain.ts';
import { steadyDomain } from './steadyDomain.ts';

/** Fast at first. D3's own would bring all its easings to the first picture, for the one that is this line. */
const slowingDown = (share: number) => 1 - (1 - share) ** 3;

const transitionMs = 220;

/** An axis domain that goes to its place in a short transition. */
export interface MovingDomain {
  /** Says what must be seen, and gets the domain to draw now: always two finite ends, the low one first. */
  at(needed: Domain, nowMs: number, moves: boolean): Domain;
  isMoving(): boolean;
}

/** An axis at rest; `initial` is its domain until something can be seen. */
export function createMovingDomain(initial: Domain = [-1, 1]): MovingDomain {
  let from: Domain | null = null;
  let target: Domain | null = null;
  let startMs = 0;
  let share = 1;

  function between(): Domain | null {
    if (!from || !target || share === 1) return target;
    const mix = (a: number, b: number) => a * (1 - share) + b * share;
    return soundDomain([mix(from[0], target[0]), mix(from[1], target[1])], target);
  }

  return {
    at(needed, nowMs, moves) {
      const next = steadyDomain(target, needed, initial);
      if (target === null || next[0] !== target[0] || next[1] !== target[1]) {
        from = target === null || !moves ? next : between();
        target = next;
        startMs = nowMs;
      }
      const passed = Math.max(0, Math.min(1, (nowMs - startMs) / transitionMs));
      share = moves && from !== target ? slowingDown(passed) : 1;
      return between() ?? next;
    },
    isMoving: () => share < 1,
  };
}
