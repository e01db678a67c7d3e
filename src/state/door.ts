import type { ReadyFrame, SelfTestReport } from '#engine/protocol.ts';
import type { Experiment } from './experiment.ts';
import type { LiveWalk } from './liveWalk.ts';
import type { Notice } from './notice.ts';
import { recordOf } from './recordOf.ts';
import type { Session } from './session.ts';
import { changeByText, type RunState, type WalkState, type WalkStore } from './store.ts';
import { version } from './version.ts';
import { type WalkResults, walkResults } from './walkResults.ts';

/** What opened: the backend's name, the adapter's or processor's, and the start-up self-test. */
export interface EngineReady {
  readonly backend: string;
  readonly device: string;
  readonly selfTest: SelfTestReport;
}

/** `window.gradientWalk`: the page's stable door for programs, tests and benchmarks (docs/PROGRAMS.md). */
export interface GradientWalkDoor {
  readonly version: string;
  readonly ready: Promise<EngineReady>;
  experiment(): Experiment;
  /** Changes keys of the link; values are read as the link would read them. */
  set(change: Readonly<Record<string, unknown>>): readonly Notice[];
  /** Starts a fresh run; rejects with a reason if it is cancelled or fails. */
  run(): Promise<WalkResults>;
  cancel(): void;
  /** The latest results, also while running; null before the first walk. */
  results(): WalkResults | null;
}

declare global {
  interface Window {
    gradientWalk: GradientWalkDoor;
  }
}

function firstReady(store: WalkStore): Promise<EngineReady> {
  const readyOf = ({ engine }: WalkState): ReadyFrame | null =>
    engine.status === 'ready' ? engine.ready : null;
  return new Promise((resolve) => {
    const settle = (state: WalkState) => {
      const ready = readyOf(state);
      if (!ready) return false;
      resolve({ backend: ready.backend, device: ready.device, selfTest: ready.selfTest });
      return true;
    };
    if (settle(store.getState())) return;
    const unsubscribe = store.subscribe((state) => {
      if (settle(state)) unsubscribe();
    });
  });
}

function endOf(session: Session): Promise<RunState> {
  return new Promise((resolve) => {
    const forget = session.onEnd((run) => {
      forget();
      resolve(run);
    });
  });
}

/** Makes the door over a page's store, walks and session. */
export function createDoor(store: WalkStore, live: LiveWalk, session: Session): GradientWalkDoor {
  function results(): WalkResults | null {
    const { experiment } = store.getState();
    const record = recordOf(experiment, live);
    if (!record || record.source === 'recorded' || record.walks === 0) return null;
    return walkResults(experiment, record);
  }
  return {
    version,
    ready: firstReady(store),
    experiment: () => store.getState().experiment,
    set: (change) =>
      changeByText(
        store,
        Object.entries(change).map(([key, value]) => [key, String(value)]),
      ),
    async run() {
      session.begin(false);
      const end = await endOf(session);
      const finished = end.status === 'done' ? results() : null;
      if (finished) return finished;
      throw new Error(end.status === 'failed' ? end.message : 'The run was cancelled.');
    },
    cancel: () => session.cancel(),
    results,
  };
}
