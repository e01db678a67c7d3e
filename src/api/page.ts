import type { StoreApi } from 'zustand/vanilla';
import { shallow } from 'zustand/vanilla/shallow';
import { createTrainClient, type TrainClient } from '#engine/train/client.ts';
import { createWalkClient, type WalkClient } from '#engine/walk/client.ts';
import { trainNews, walkNews } from '#run/engineNews.ts';
import { syncLink } from '#run/linkSync.ts';
import { createShown, type Shown } from '#run/shown.ts';
import { createWalkStore, type WalkStore } from '#run/store.ts';
import type { SweepWithApi } from '#run/sweeps/sweepApi.ts';
import type { PinnedTrainings } from '#run/train/pinnedTrainings.ts';
import type { Training } from '#run/train/training.ts';
import { createGainSearching } from '#run/walk/gainSearching.ts';
import type { PinnedWalks } from '#run/walk/pinnedWalks.ts';
import type { Rates } from '#run/walk/rates.ts';
import { type RecordedFile, recordedWalk } from '#run/walk/recordedWalk.ts';
import type { Reference } from '#run/walk/reference.ts';
import { createWalk, type Walk } from '#run/walk/walk.ts';
import { windowAddress } from '#run/windowAddress.ts';
import { createApi, type GradientWalkApi } from './gradientWalkApi.ts';
import { loadPart } from './loadPart.ts';
import { loadPatiently } from './loadPatiently.ts';
import { type MadeOnce, madeOnce } from './madeOnce.ts';

/** Everything that lives as long as the page. */
export interface Page {
  readonly store: WalkStore;
  /** What of the store's the figures and the sentence show. */
  readonly shown: StoreApi<Shown>;
  readonly walk: Walk;
  readonly api: GradientWalkApi;
  /** Training, loaded and made when it is first asked for. */
  readonly training: MadeOnce<Training>;
  /** Sweeps, loaded and made when they are first asked for. */
  readonly sweep: MadeOnce<SweepWithApi>;
  /** Reference ensembles where no exact theory is known, loaded when figures are first drawn. */
  readonly reference: MadeOnce<Reference>;
  /** Walks of the experiments that are compared with, loaded with the references. */
  readonly pinned: MadeOnce<PinnedWalks>;
  /** Their trainings, loaded with the train view. */
  readonly pinnedTrainings: MadeOnce<PinnedTrainings>;
  /** The own rates of networks of one matrix, loaded with the references. */
  readonly rates: MadeOnce<Rates>;
  /** Starts the engine: after the first paint. */
  startEngine(): void;
}

/** Opens the store's backend, and another whenever another is chosen. */
function followBackend(store: WalkStore, client: WalkClient | TrainClient): void {
  client.open(store.getState().experiment.backend);
  store.subscribe(({ experiment }, before) => {
    if (experiment.backend !== before.experiment.backend) client.open(experiment.backend);
  });
}

/** The walk engine, opened on the store's backend: walks, sweeps, references and gain searches share it. */
function openWalkEngine(store: WalkStore): WalkClient {
  const client = createWalkClient(walkNews(store));
  followBackend(store, client);
  return client;
}

/** The training engine, for the training and for sweeps that train; its worker starts when one of them needs it. */
function openTrainEngine(store: WalkStore): TrainClient {
  const client = createTrainClient(trainNews(store));
  followBackend(store, client);
  return client;
}

async function openTraining(store: WalkStore, client: TrainClient): Promise<Training> {
  const [{ createTraining }, { browserRuns }] = await Promise.all([
    loadPart(() => import('#run/train/training.ts')),
    loadPart(() => import('#run/train/savedRun.ts')),
  ]);
  return createTraining({ store, client, saved: browserRuns() });
}

async function openSweep(store: WalkStore, walk: WalkClient, trainer: TrainClient): Promise<SweepWithApi> {
  const { createSweep } = await loadPart(() => import('#run/sweeps/sweep.ts'));
  const { createSweepApi } = await loadPart(() => import('#run/sweeps/sweepApi.ts'));
  function train(): TrainClient {
    trainer.start();
    return trainer;
  }
  const sweep = createSweep(store, { walk, train, now: () => performance.now() });
  return { ...sweep, api: createSweepApi(store, sweep) };
}

/** Opens the page on what its address says; the engine waits for `startEngine`. */
export function openPage(): Page {
  const store = createWalkStore();
  syncLink(store, windowAddress());
  const shown = createShown(store);
  const engine = openWalkEngine(store);
  const walk = createWalk({ store, engine, gains: createGainSearching(store, engine) });
  const trainer = openTrainEngine(store);
  const training = madeOnce(() => openTraining(store, trainer));
  const sweep = madeOnce(() => openSweep(store, engine, trainer));
  const reference = madeOnce(async () => {
    const { createReference } = await loadPatiently(() => import('#run/walk/reference.ts'));
    return createReference(store, engine);
  });
  const pinned = madeOnce(async () => {
    const { createPinnedWalks } = await loadPatiently(() => import('#run/walk/pinnedWalks.ts'));
    return createPinnedWalks(store, engine, walk.live);
  });
  const pinnedTrainings = madeOnce(async () => {
    const { live } = await training();
    const { createPinnedTrainings } = await loadPart(() => import('#run/train/pinnedTrainings.ts'));
    return createPinnedTrainings(store, trainer, live);
  });
  const rates = madeOnce(async () => {
    const { createRates } = await loadPatiently(() => import('#run/walk/rates.ts'));
    return createRates(store);
  });
  const api = createApi({ store, walk, training, sweep, reference, pinned, pinnedTrainings, rates });
  const parts = { training, sweep, reference, pinned, pinnedTrainings, rates };
  return { store, shown, walk, api, ...parts, startEngine: engine.start };
}

/** Shows the recorded run if the page is open on its experiment and no walk has arrived; true when it is shown. */
export async function showRecorded({ walk }: Page, load: () => Promise<RecordedFile>): Promise<boolean> {
  const record = recordedWalk(await load());
  const shown = walk.live.getState();
  if (!shown || shown.walks > 0 || !shallow(record.settings, shown.settings)) return false;
  walk.live.setState(record, true);
  return true;
}
