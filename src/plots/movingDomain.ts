import { easeCubicOut } from 'd3';
import { type Domain, steadyDomain } from './steadyDomain.ts';

const transitionMs = 220;

/** An axis domain that goes to its place in a short transition. */
export interface MovingDomain {
  /** Says what must be seen, and gets the domain to draw now. */
  at(needed: Domain, nowMs: number, moves: boolean): Domain;
  isMoving(): boolean;
}

export function createMovingDomain(): MovingDomain {
  let from: Domain | null = null;
  let target: Domain | null = null;
  let startMs = 0;
  let share = 1;

  function between(): Domain | null {
    if (!from || !target) return target;
    const mix = (a: number, b: number) => a + (b - a) * share;
    return [mix(from[0], target[0]), mix(from[1], target[1])];
  }

  return {
    at(needed, nowMs, moves) {
      const next = steadyDomain(target, needed);
      if (target === null || next[0] !== target[0] || next[1] !== target[1]) {
        from = target === null || !moves ? next : between();
        target = next;
        startMs = nowMs;
      }
      share = moves && from !== target ? easeCubicOut(Math.min(1, (nowMs - startMs) / transitionMs)) : 1;
      return between() ?? needed;
    },
    isMoving: () => share < 1,
  };
}
