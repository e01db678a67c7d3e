import type { EngineClient } from '#engine/walk/client.ts';
import type { EngineFrame } from '#engine/walk/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { createEndListeners } from '#run/endListeners.ts';
import type { RunState, WalkState, WalkStore } from '#run/store.ts';
import { createFrameListener } from './frameListener.ts';
import { createGainSeeker } from './gainSeeker.ts';
import type { LiveWalk } from './liveWalk.ts';
import { createRunner, type Runner } from './runner.ts';

/** The page's hold on the run. */
export interface Session extends Runner {
  /** Hears of the run's next end, good or bad; returns the way out. */
  onEnd(listener: (run: RunState) => void): () => void;
  /** Resolves when the experiment's gain is settled; until then it may change and begin the run again. Null when it is. */
  gainSettled(): Promise<void> | null;
  close(): void;
}

interface SessionParts {
  readonly store: WalkStore;
  readonly live: LiveWalk;
  readonly createClient: (listener: (frame: EngineFrame) => void) => EngineClient;
}

/** While a slider is dragged, at most one run is begun in this time. */
const coalesceMs = 60;

/** Opens the engine and keeps it working on the store's experiment: one session a page. */
export function createSession({ store, live, createClient }: SessionParts): Session {
  const { onEnd, tell } = createEndListeners();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function setRun(run: RunState): void {
    store.setState({ run });
    tell(run);
  }

  const client = createClient((frame) => listen(frame));
  const seeker = createGainSeeker(store, client);
  const runner = createRunner({ store, live, client, setRun, seeker });
  const listen = createFrameListener({ store, live, setRun, seeker, ...runner });

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

  /** The training asks for a gain as the walk does, and the walk's engine finds it. */
  function seekForTraining(experiment: Experiment): void {
    if (engineOf(experiment) === 'train' && experiment.run === 1) seeker.seek(experiment);
  }

  function follow(state: WalkState, before: WalkState): void {
    const { experiment, restarts } = state;
    const reopened = experiment.backend !== before.experiment.backend;
    if (reopened) {
      store.setState({ engine: { status: 'starting' } });
      seeker.forget();
      client.open(experiment.backend);
    }
    if (engineOf(experiment) !== 'walk') {
      // Nobody sees the walk; what ran on the backend before is gone, anything else goes on.
      if (reopened) runner.forget();
      seekForTraining(experiment);
      return;
    }
    if (restarts !== before.restarts) runner.begin(false);
    else if (!reopened && !runner.isStale()) return;
    else if (experiment.run === 1) beginSoon();
    else runner.clear();
  }

  const unsubscribe = store.subscribe((state, before) => {
    const isChanged = state.experiment !== before.experiment || state.foundGains !== before.foundGains;
    if (isChanged || state.restarts !== before.restarts) follow(state, before);
  });
  client.open(store.getState().experiment.backend);
  const { experiment } = store.getState();
  if (engineOf(experiment) !== 'walk') {
    runner.forget();
    seekForTraining(experiment);
  } else if (experiment.run === 1) runner.begin(false);
  else runner.clear();

  return {
    ...runner,
    onEnd,
    gainSettled: seeker.settled,
    close() {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
      client.close();
    },
  };
}
