import type { RunState } from './store.ts';

/** Statuses at which a run has ended, whether or not it has results. */
const ended: readonly RunState['status'][] = ['done', 'cancelled', 'failed'];

/** Whoever waits for the end of a run. */
export interface EndListeners {
  /** Hears of the run's next end, good or bad; returns the way out. */
  onEnd(listener: (run: RunState) => void): () => void;
  /** Tells the listeners if this status is an end. */
  tell(run: RunState): void;
}

export function createEndListeners(): EndListeners {
  const listeners = new Set<(run: RunState) => void>();
  return {
    onEnd(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(run) {
      if (ended.includes(run.status)) for (const listener of [...listeners]) listener(run);
    },
  };
}

/** The next end of a run. */
export function nextEnd({ onEnd }: Pick<EndListeners, 'onEnd'>): Promise<RunState> {
  return new Promise((resolve) => {
    const forget = onEnd((run) => {
      forget();
      resolve(run);
    });
  });
}
