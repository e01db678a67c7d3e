import { createEngineClient } from '#engine/walk/client.ts';
import { settingsKey, walkSettings } from '#experiment/derived/walkSettings.ts';
import { syncLink, windowAddress } from '#run/linkSync.ts';
import { createWalkStore, type WalkStore } from '#run/store.ts';
import type { Sweeping } from '#run/sweeps/sweeping.ts';
import type { Training } from '#run/train/training.ts';
import { createDeferredClient } from '#run/walk/deferredClient.ts';
import { createLiveWalk, type LiveWalk } from '#run/walk/liveWalk.ts';
import { type RecordedFile, recordedWalk } from '#run/walk/recordedWalk.ts';
import type { Reference } from '#run/walk/reference.ts';
import { createSession, type Session } from '#run/walk/session.ts';
import { createApi, type GradientWalkApi } from './gradientWalkApi.ts';

/** Everything that lives as long as the page. */
export interface Page {
  readonly store: WalkStore;
  readonly live: LiveWalk;
  readonly session: Session;
  readonly api: GradientWalkApi;
  /** Training, loaded and made when it is first asked for. */
  training(): Promise<Training>;
  /** Sweeps, loaded and made when they are first asked for. */
  sweeping(): Promise<Sweeping>;
  /** Reference ensembles where no exact theory is known, loaded when figures are first drawn. */
  reference(): Promise<Reference>;
  /** Starts the engine: after the first paint. */
  startEngine(): void;
}

/** Something that is loaded and made when it is first asked for. */
function madeOnce<T>(make: () => Promise<T>) {
  let known: T | null = null;
  let making: Promise<T> | null = null;
  return {
    get(): Promise<T> {
      making ??= make().then((made) => {
        known = made;
        return made;
      });
      return making;
    },
    known: () => known,
  };
}

/** Opens the page on what its address says; the engine waits for `startEngine`. */
export function openPage(): Page {
  const store = createWalkStore();
  const live = createLiveWalk();
  syncLink(store, windowAddress());
  let startEngine: () => void = () => undefined;
  const session = createSession({
    store,
    live,
    createClient: (listener) => {
      const client = createDeferredClient(() => createEngineClient(listener));
      startEngine = client.start;
      return client;
    },
  });
  const training = madeOnce(async () => (await import('#run/train/training.ts')).createTraining(store));
  const sweeping = madeOnce(async () => (await import('#run/sweeps/sweeping.ts')).createSweeping(store));
  const reference = madeOnce(async () => (await import('#run/walk/reference.ts')).createReference(store));
  const api = createApi({
    store,
    live,
    session,
    training: training.get,
    knownTraining: training.known,
    sweeping: sweeping.get,
    knownSweeping: sweeping.known,
  });
  return {
    store,
    live,
    session,
    api,
    training: training.get,
    sweeping: sweeping.get,
    reference: reference.get,
    startEngine,
  };
}

/** Shows the recorded run if the page is open on its experiment and no walk has arrived; true when it is shown. */
export async function showRecorded(
  { store, live }: Page,
  load: () => Promise<RecordedFile>,
): Promise<boolean> {
  const record = recordedWalk(await load());
  const { experiment, foundGains } = store.getState();
  const key = settingsKey(walkSettings(experiment, foundGains));
  if (settingsKey(record.settings) !== key || (live.current()?.walks ?? 0) > 0) return false;
  live.show(record);
  return true;
}
