import { createApi } from '#api/gradientWalkApi.ts';
import type { EngineClient } from '#engine/walk/client.ts';
import type { EngineFrame, GainSearch, ReadyFrame, WalkFrame, WalkSettings } from '#engine/walk/protocol.ts';
import { createWalkStore, openLink, type WalkStore } from '#run/store.ts';
import { createLiveWalk, type LiveWalk } from '#run/walk/liveWalk.ts';
import { createSession, type Session } from '#run/walk/session.ts';

/** The API of a page that only walks. */
export function openApi(store: WalkStore, live: LiveWalk, session: Session) {
  const refused = () => Promise.reject(new Error('This page only walks.'));
  const none = () => null;
  return createApi({
    store,
    live,
    session,
    training: refused,
    knownTraining: none,
    sweeping: refused,
    knownSweeping: none,
  });
}

export const ready: ReadyFrame = {
  kind: 'ready',
  backend: 'cpu',
  device: 'test',
  software: true,
  selfTest: { passed: true, checks: [] },
  faults: [],
};

/** Frame `index` of a run of `settings` in `total` equal frames; every ln Z of it is `value`. */
export function frameOf(
  run: number,
  settings: WalkSettings,
  walks: number,
  before: number,
  value: number,
): WalkFrame {
  const length = settings.depth + 1;
  const series = () => new Float64Array(length).fill(value);
  return {
    kind: 'walk',
    run,
    walks: before + walks,
    dead: 0,
    moments: { mean: series(), variance: series(), stderrMean: series(), stderrVariance: series() },
    paths: new Float32Array(walks * length).fill(value),
    pathCount: walks,
    final: new Float32Array(walks).fill(value),
    elapsedMs: 1,
    weightsPerSecond: 1,
    done: before + walks === settings.walks,
  };
}

/** A page whose engine answers only when the test says so. */
export function openTestPage(hash = '#walks=4&depth=3') {
  const store = createWalkStore();
  openLink(store, hash);
  const live = createLiveWalk();
  const asked: { run: number; settings: WalkSettings; paused: boolean }[] = [];
  const searches: GainSearch[] = [];
  const calls: string[] = [];
  let emit: (frame: EngineFrame) => void = () => undefined;
  let run = 0;
  const session = createSession({
    store,
    live,
    createClient(listener): EngineClient {
      emit = listener;
      return {
        open: (backend) => calls.push(`open ${backend}`),
        walk(settings, { paused = false } = {}) {
          run += 1;
          asked.push({ run, settings, paused });
          return run;
        },
        findGain: (search) => searches.push(search),
        pause: () => calls.push('pause'),
        resume: () => calls.push('resume'),
        step: () => calls.push('step'),
        cancel: () => calls.push('cancel'),
        close: () => calls.push('close'),
      };
    },
  });
  const latest = () => {
    const last = asked.at(-1);
    if (!last) throw new Error('The engine was not asked for a run.');
    return last;
  };
  const answer = (walks: number, before: number, value: number) =>
    emit(frameOf(latest().run, latest().settings, walks, before, value));
  return {
    store,
    live,
    session,
    asked,
    searches,
    calls,
    emit: (frame: EngineFrame) => emit(frame),
    latest,
    answer,
  };
}
