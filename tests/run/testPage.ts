import { createApi } from '#api/gradientWalkApi.ts';
import { madeOnce } from '#api/madeOnce.ts';
import {
  type GainSearch,
  pathLimit,
  type ReadyFrame,
  type WalkFrame,
  type WalkJob,
  type WalkRunFrame,
  type WalkSettings,
} from '#engine/walk/protocol.ts';
import { createWalkStore, openLink, type WalkStore } from '#run/store.ts';
import { createGainSearching } from '#run/walk/gainSearching.ts';
import { createWalk, type Walk } from '#run/walk/walk.ts';
import { createFakeEngine } from './fakeEngine.ts';

/** The API of a page that only walks. */
export function openApi(store: WalkStore, walk: Walk) {
  const none = madeOnce<never>(() => Promise.reject(new Error('This page only walks.')));
  const parts = { training: none, sweep: none, reference: none, pinned: none, pinnedTrainings: none };
  return createApi({ store, walk, ...parts, rates: none });
}

export const ready: ReadyFrame = {
  kind: 'ready',
  backend: 'cpu',
  device: 'test',
  software: true,
  selfTest: { passed: true, checks: [] },
  faults: [],
};

/** A frame of a run of `settings` with so many walks behind others; every ln Z of it is `value`. */
export function frameOf(
  settings: WalkSettings,
  walks: number,
  before: number,
  value: number,
): Omit<WalkFrame, 'run'> {
  const length = settings.depth + 1;
  const series = () => new Float64Array(length).fill(value);
  const pathCount = Math.max(0, Math.min(walks, pathLimit - before));
  return {
    kind: 'walk',
    walks: before + walks,
    dead: 0,
    moments: { mean: series(), variance: series(), stderrMean: series(), stderrVariance: series() },
    paths: new Float32Array(pathCount * length).fill(value),
    pathCount,
    final: new Float32Array(walks).fill(value),
    elapsedMs: 1,
    weightsPerSecond: 1,
    done: before + walks === settings.walks,
  };
}

export const createFakeWalkEngine = () => createFakeEngine<WalkJob, WalkRunFrame>();

const isWalk = (job: WalkJob) => job.kind === 'walk';
const isGain = (job: WalkJob) => job.kind === 'gain';

/** A page whose engine answers only when the test says so. */
export function openTestPage(hash = '#walks=4&depth=3') {
  const store = createWalkStore();
  openLink(store, hash);
  const engine = createFakeWalkEngine();
  const gains = createGainSearching(store, engine.client);
  const walk = createWalk({ store, engine: engine.client, gains });

  /** Walks that were asked for. */
  const asked = (): { run: number; settings: WalkSettings; paused: boolean }[] =>
    engine.asked.flatMap(({ run, job, paused }) =>
      job.kind === 'walk' ? [{ run, settings: job.settings, paused }] : [],
    );
  const searches = (): GainSearch[] =>
    engine.asked.flatMap(({ job }) => (job.kind === 'gain' ? [job.search] : []));
  const latest = () => {
    const last = asked().at(-1);
    if (!last) throw new Error('The engine was not asked for walks.');
    return last;
  };
  return {
    ...engine,
    store,
    walk,
    asked,
    searches,
    latest,
    live: walk.live,
    /** The newest walks go on: so many behind those before, every ln Z of them `value`. */
    answer: (walks: number, before: number, value: number) =>
      engine.emitTo(engine.latest(isWalk).run, frameOf(latest().settings, walks, before, value)),
    fail: (detail: string) =>
      engine.emitTo(engine.latest(isWalk).run, { kind: 'failed', reason: { code: 'unforeseen', detail } }),
    find: (found: { value: number; error: number } | null) =>
      engine.emitTo(engine.latest(isGain).run, { kind: 'gain', found, done: true }),
  };
}
