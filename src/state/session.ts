import type { EngineClient } from '#engine/client.ts';
import type { EngineFrame } from '#engine/protocol.ts';
import { createFrameListener } from './frameListener.ts';
import type { LiveWalk } from './liveWalk.ts';
import { createRunner, type Runner } from './runner.ts';
import type { RunState, WalkState, WalkStore } from './store.ts';

/** The page's hold on the run. */
export interface Session extends Runner {
  /** Hears of the run's next end, good or bad; returns the way out. */
  onEnd(listener: (run: RunState) => void): () => void;
  close(): void;
}

interface SessionParts {
  readonly store: WalkStore;
  readonly live: LiveWalk;
  readonly createClient: (listener: (frame: EngineFrame) => void) => EngineClient;
}

/** Statuses at which a run has ended, whether or not it has results. */
const ended: readonly RunState['status'][] = ['done', 'cancelled', 'failed'];

/** While a slider is dragged, at most one run is begun in this time. */
const coalesceMs = 60;

/** Opens the engine and keeps it working on the store's experiment: one session a page. */
export function createSession({ store, live, createClient }: SessionParts): Session {
  const endListeners = new Set<(run: RunState) => void>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function setRun(run: RunState): void {
    store.setState({ run });
    if (ended.includes(run.status)) for (const listener of [...endListeners]) listener(run);
  }

  const client = createClient((frame) => listen(frame));
  const runner = createRunner({ store, live, client, setRun });
  const listen = createFrameListener({ store, live, setRun, ...runner });

  /** Begins at once; while changes keep coming, cancels at once and begins again when `coalesceMs` are over. */
  function beginSoon(): void {
    if (timer !== null) {
      client.cancel();
      return;
    }
    runner.beginAgain();
    timer = setTimeout(() => {
      timer = null;
      if (runner.isStale()) beginSoon();
    }, coalesceMs);
  }

  function follow(state: WalkState, before: WalkState): void {
    const { experiment, restarts } = state;
    const reopened = experiment.backend !== before.experiment.backend;
    if (reopened) {
      store.setState({ engine: { status: 'starting' } });
      client.open(experiment.backend);
    }
    if (restarts !== before.restarts) runner.begin(false);
    else if (!reopened && !runner.isStale()) return;
    else if (experiment.run === 1) beginSoon();
    else runner.clear();
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.experiment !== before.experiment || state.restarts !== before.restarts) follow(state, before);
  });
  client.open(store.getState().experiment.backend);
  if (store.getState().experiment.run === 1) runner.begin(false);
  else runner.clear();

  return {
    ...runner,
    onEnd(listener) {
      endListeners.add(listener);
      return () => endListeners.delete(listener);
    },
    close() {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
      client.close();
    },
  };
}
