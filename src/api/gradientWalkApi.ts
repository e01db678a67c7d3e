import type { SelfTestReport } from '#engine/device/protocol.ts';

import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import type { Notice } from '#experiment/link/notice.ts';
import { valueText } from '#experiment/link/valueText.ts';
import { version } from '#experiment/version.ts';
import type { PinnedResults } from '#run/compare/pinnedResults.ts';
import type { RunState } from '#run/runState.ts';
import { changeByText, changeExperiment, type WalkState, type WalkStore } from '#run/store.ts';
import type { ScaleResults } from '#run/sweeps/scaleResults.ts';
import type { SweepWithApi } from '#run/sweeps/sweepApi.ts';
import type { PinnedTrainings } from '#run/train/pinnedTrainings.ts';
import type { Training } from '#run/train/training.ts';
import type { TrainResults } from '#run/train/trainResults.ts';
import type { PinnedWalks } from '#run/walk/pinnedWalks.ts';
import type { Rates } from '#run/walk/rates.ts';
import type { Reference } from '#run/walk/reference.ts';
import type { Walk } from '#run/walk/walk.ts';
import { type WalkResults, walkResults } from '#run/walk/walkResults.ts';
import { loadPart } from './loadPart.ts';
import type { MadeOnce } from './madeOnce.ts';

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
  /** Keeps the present experiment beside whatever comes; false where it is there or four are. */
  pin(): Promise<boolean>;
  /** What the experiment is compared with, and the walks of each so far. */
  pins(): Promise<readonly PinnedResults[]>;
}

declare global {
  interface Window {
    gradientWalk: GradientWalkApi;
  }
}

/** Settles with the first backend that opens; rejects where none can be opened at all. */
function firstReady(store: WalkStore): Promise<EngineReady> {
  return new Promise((resolve, reject) => {
    const settle = ({ engine }: WalkState): boolean => {
      if (engine.status === 'broken') reject(new Error(engine.message));
      if (engine.status !== 'ready') return engine.status === 'broken';
      const { backend, device, selfTest } = engine.ready;
      resolve({ backend, device, selfTest });
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
  readonly walk: Walk;
  readonly training: MadeOnce<Training>;
  readonly sweep: MadeOnce<SweepWithApi>;
  readonly reference: MadeOnce<Reference>;
  readonly pinned: MadeOnce<PinnedWalks>;
  readonly pinnedTrainings: MadeOnce<PinnedTrainings>;
  readonly rates: MadeOnce<Rates>;
}

/** The API's part that a view answers. */
type ViewApi = Pick<GradientWalkApi, 'run' | 'cancel' | 'results'>;

/** Throws what ended a run without results. */
function refuse(end: RunState): never {
  throw new Error(end.status === 'failed' ? end.message : dictionary('experiment').cancelled);
}

/** Runs afresh when the gain is settled: one that is found on the way would begin the run anew, and cancel this one. */
async function runToEnd<T>(
  run: Pick<Walk | Training, 'begin' | 'ended'>,
  settled: Promise<void> | null,
  results: () => T | null,
): Promise<T> {
  if (settled) await settled;
  run.begin();
  const end = await run.ended();
  return (end.status === 'done' ? results() : null) ?? refuse(end);
}

/** Makes the API over a page's store, walks, training and sweeps. */
export function createApi({
  store,
  walk,
  training,
  sweep,
  reference,
  pinned,
  pinnedTrainings,
  rates,
}: ApiParts): GradientWalkApi {
  function resultsOfWalk(): WalkResults | null {
    const { experiment, foundGains } = store.getState();
    const record = walk.live.getState();
    if (!record || record.source === 'recorded' || record.walks === 0) return null;
    const moments = reference.known()?.of(experiment, foundGains) ?? null;
    const own = rates.known()?.of(experiment, foundGains) ?? null;
    return walkResults(experiment, foundGains, record, moments, own);
  }

  const resultsOfTraining = (): TrainResults | null => training.known()?.results() ?? null;

  const engines: Readonly<Record<ReturnType<typeof engineOf>, ViewApi>> = {
    walk: {
      run: () => runToEnd(walk, walk.gainSettled(), resultsOfWalk),
      cancel: walk.cancel,
      results: resultsOfWalk,
    },
    train: {
      run: async () => runToEnd(await training(), walk.gainSettled(), resultsOfTraining),
      cancel: () => training.known()?.cancel(),
      results: resultsOfTraining,
    },
    scale: {
      run: async () => (await sweep()).api.run(),
      cancel: () => sweep.known()?.api.cancel(),
      results: () => sweep.known()?.api.results() ?? null,
    },
    none: {
      run: async () => {
        throw new Error(dictionary('experiment').nothingRuns);
      },
      cancel: () => undefined,
      results: () => null,
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
        Object.entries(change).map(([key, value]) => [key, valueText(value)]),
      ),
    run: () => view().run(),
    cancel: () => view().cancel(),
    results: () => view().results(),
    async pin() {
      const { canPin, withPinned } = await loadPart(() => import('#run/compare/pinning.ts'));
      const { experiment } = store.getState();
      if (!canPin(experiment, experiment)) return false;
      changeExperiment(store, withPinned(experiment, [experiment]));
      return true;
    },
    async pins() {
      const part = await loadPart(() => import('#run/compare/pinnedResults.ts'));
      if (engineOf(store.getState().experiment) === 'train') {
        const { of } = await pinnedTrainings();
        return of(store.getState().experiment).map(part.pinnedTrainResults);
      }
      const { of } = await pinned();
      const { experiment, foundGains } = store.getState();
      return of(experiment).map((one) => part.pinnedWalkResults(one, foundGains));
    },
  };
}
