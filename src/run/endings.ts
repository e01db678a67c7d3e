import { isEnded, type RunState } from './runState.ts';

/** Whoever waits for the end of a run. */
export function createEndings() {
  let waiting: ((state: RunState) => void)[] = [];
  return {
    /** Settles at the next end, whatever end that is. */
    ended: () =>
      new Promise<RunState>((resolve) => {
        waiting.push(resolve);
      }),
    /** Tells those who wait if this state is an end. */
    tell(state: RunState): void {
      if (!isEnded(state)) return;
      const told = waiting;
      waiting = [];
      for (const resolve of told) resolve(state);
    },
  };
}
