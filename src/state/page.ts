import { createEngineClient } from '#engine/client.ts';
import { createDeferredClient } from './deferredClient.ts';
import { createDoor, type GradientWalkDoor } from './door.ts';
import { syncLink, windowAddress } from './linkSync.ts';
import { createLiveWalk, type LiveWalk } from './liveWalk.ts';
import { type RecordedFile, recordedWalk } from './recordedWalk.ts';
import { createSession, type Session } from './session.ts';
import { createWalkStore, type WalkStore } from './store.ts';
import type { Training } from './training.ts';
import { settingsKey, walkSettings } from './walkSettings.ts';

/** Everything that lives as long as the page. */
export interface Page {
  readonly store: WalkStore;
  readonly live: LiveWalk;
  readonly session: Session;
  readonly door: GradientWalkDoor;
  /** Training, loaded and made when it is first asked for. */
  training(): Promise<Training>;
  /** Starts the engine: after the first paint. */
  startEngine(): void;
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
  let known: Training | null = null;
  let loading: Promise<Training> | null = null;
  const training = () => {
    loading ??= import('./training.ts').then(({ createTraining }) => {
      known = createTraining(store);
      return known;
    });
    return loading;
  };
  const door = createDoor({ store, live, session, training, knownTraining: () => known });
  return { store, live, session, door, training, startEngine };
}

/** Shows the recorded run if the page is open on its experiment and no walk has arrived; true when it is shown. */
export async function showRecorded(
  { store, live }: Page,
  load: () => Promise<RecordedFile>,
): Promise<boolean> {
  const key = () => settingsKey(walkSettings(store.getState().experiment));
  const record = recordedWalk(await load());
  if (settingsKey(record.settings) !== key() || (live.current()?.walks ?? 0) > 0) return false;
  live.show(record);
  return true;
}
