import type { ReadyFrame, SelfTestReport } from '#engine/walk/protocol.ts';
import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import type { Notice } from '#experiment/link/notice.ts';
import { version } from '#experiment/version.ts';
import { nextEnd } from '#run/endListeners.ts';
import { changeByText, type RunState, type WalkState, type WalkStore } from '#run/store.ts';
import type { ScaleResults } from '#run/sweeps/scaleResults.ts';
import type { SweepApi } from '#run/sweeps/sweepApi.ts';
import type { Training } from '#run/train/training.ts';
import { type TrainResults, trainResults } from '#run/train/trainResults.ts';
import type { LiveWalk } from '#run/walk/liveWalk.ts';
import { recordOf } from '#run/walk/recordOf.ts';
import type { Session } from '#run/walk/session.ts';
import { type WalkResults, walkResults } from '#run/walk/walkResults.ts';

/** What opened: the backend's name, the adapter's or processor's, and the start-up self-test. */
export interface EngineReady {
  readonly backend: string;
  readonly device: string;
  readonly selfTest: SelfTestReport;
}

/** Results of the view that is looked at. */
export type Results = WalkResults | TrainResults | ScaleResults;

/** `window.gradientWalk`: the page's stable API for programs, tests and benchmarks (docs/PROGRAMS.md). */
export interface GradientWalkApi {
  readonly version: string;
  readonly ready: Promise<EngineReady>;
  experiment(): Experiment;
  /** Changes keys of the link; values are read as the link would read them. */
  set(change: Readonly<Record<string, unknown>>): readonly Notice[];
  /** Starts a fresh run; rejects with a reason if it is cancelled or fails. */
  run(): Promise<Results>;
  cancel(): void;
  /** The latest results, also while running; null before the first walk. */
  results(): Results | null;
}

declare global {
  interface Window {
    gradientWalk: GradientWalkApi;
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

/** What the API acts on. */
interface ApiParts {
  readonly store: WalkStore;
  readonly live: LiveWalk;
  readonly session: Session;
  /** Training, made when it is first asked for. */
  readonly training: () => Promise<Training>;
  /** Training, if it was made. */
  readonly knownTraining: () => Training | null;
  /** Sweeps, made when they are first asked for. */
  readonly sweeping: () => Promise<{ readonly api: SweepApi }>;
  /** Sweeps, if they were made. */
  readonly knownSweeping: () => { readonly api: SweepApi } | null;
}

/** The API's part that a view answers. */
type ViewApi = Pick<GradientWalkApi, 'run' | 'cancel' | 'results'>;

/** Throws what ended a run without results. */
function refuse(end: RunState): never {
  throw new Error(end.status === 'failed' ? end.message : dictionary('experiment').cancelled);
}

/** Makes the API over a page's store, walks, training, sweeps and session. */
export function createApi(parts: ApiParts): GradientWalkApi {
  const { store, live, session, training, knownTraining, sweeping, knownSweeping } = parts;

  function resultsOfWalk(): WalkResults | null {
    const { experiment, foundGains } = store.getState();
    const record = recordOf(experiment, foundGains, live);
    if (!record || record.source === 'recorded' || record.walks === 0) return null;
    return walkResults(experiment, foundGains, record);
  }

  function resultsOfTraining(): TrainResults | null {
    const record = knownTraining()?.live.current();
    return record ? trainResults(record) : null;
  }

  async function walk(): Promise<WalkResults> {
    // A gain that is found on the way would begin the run anew, and cancel this one.
    const settled = session.gainSettled();
    if (settled) await settled;
    session.begin(false);
    const end = await nextEnd(session);
    return (end.status === 'done' ? resultsOfWalk() : null) ?? refuse(end);
  }

  async function train(): Promise<TrainResults> {
    const opened = await training();
    const settled = session.gainSettled();
    if (settled) await settled;
    opened.begin(false);
    const end = await nextEnd(opened);
    return (end.status === 'done' ? resultsOfTraining() : null) ?? refuse(end);
  }

  const engines: Readonly<Record<ReturnType<typeof engineOf>, ViewApi>> = {
    walk: { run: walk, cancel: session.cancel, results: resultsOfWalk },
    train: { run: train, cancel: () => knownTraining()?.cancel(), results: resultsOfTraining },
    scale: {
      run: async () => (await sweeping()).api.run(),
      cancel: () => knownSweeping()?.api.cancel(),
      results: () => knownSweeping()?.api.results() ?? null,
    },
  };
  const view = () => engines[engineOf(store.getState().experiment)];

  return {
    version,
    ready: firstReady(store),
    experiment: () => store.getState().experiment,
    set: (change) =>
      changeByText(
        store,
        Object.entries(change).map(([key, value]) => [key, String(value)]),
      ),
    run: () => view().run(),
    cancel: () => view().cancel(),
    results: () => view().results(),
  };
}
