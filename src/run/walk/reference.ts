import { shallow } from 'zustand/vanilla/shallow';
import type { WalkJob, WalkMoments, WalkRunFrame, WalkSettings } from '#engine/walk/protocol.ts';
import { matrixReason } from '#experiment/derived/effectiveSampling.ts';
import { theoryOf } from '#experiment/derived/theoryOf.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { createRun } from '#run/controller.ts';
import type { Engine } from '#run/hold.ts';
import { isGoing } from '#run/runState.ts';
import type { WalkStore } from '#run/store.ts';

/** Walks of the reference: their variance is known to 3 % where it is a Normal's. */
export const referenceWalks = 2000;
/** Its own seed, whatever the walks': the same network has the same reference, and walks of their own beside it. */
const referenceSeed = 20_141_222;

/** What stands in the figures where no theory of finite width holds: the statistics of many matrix-free walks, measured. */
export interface Reference {
  /** Of this very experiment; null while there is none, or where a theory holds. */
  of(experiment: Experiment, found: FoundGains): WalkMoments | null;
  /** Calls listener after every change; returns unsubscribe. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** The reference's settings of an experiment; null where a theory holds, or no matrix-free law is known. */
export function referenceSettings(experiment: Experiment, found: FoundGains): WalkSettings | null {
  if (matrixReason(experiment)) return null;
  if (theoryOf(experiment, found).kind !== 'mean-field') return null;
  return { ...walkSettings(experiment, found), sampler: 'free', seed: referenceSeed, walks: referenceWalks };
}

/** What has arrived of a reference; moments when it is whole. */
interface ReferenceRecord {
  readonly settings: WalkSettings;
  readonly moments: WalkMoments | null;
}

/** Walks the reference of the store's experiment when its own run is done, behind whatever is on the screen. */
export function createReference(store: WalkStore, engine: Engine<WalkJob, WalkRunFrame>): Reference {
  const wanted = () => {
    const { experiment, foundGains, run } = store.getState();
    return experiment.view === 'walk' && run.status === 'done'
      ? referenceSettings(experiment, foundGains)
      : null;
  };

  const run = createRun<WalkSettings, WalkJob, WalkRunFrame, ReferenceRecord>({
    engine,
    timing: { restMs: 0, isLeading: true },
    priority: 'reference',
    settings: wanted,
    isSame: shallow,
    job: (settings) => ({ kind: 'walk', settings }),
    empty: (settings) => ({ settings, moments: null }),
    reduce: (record, frame) =>
      frame.kind === 'walk' && frame.done ? { ...record, moments: frame.moments } : record,
  });

  /** Begins what is missing: after a failure, too, when the walks are done again. */
  function follow(isReopened: boolean): void {
    const settings = wanted();
    const record = run.live.getState();
    const isHere = settings && record && shallow(record.settings, settings) && !isReopened;
    if (isHere && (record.moments || isGoing(run.state()))) return;
    if (isGoing(run.state())) run.cancel();
    if (settings) run.begin();
  }

  const unsubscribe = store.subscribe(({ experiment, run: walk, foundGains }, before) => {
    const isReopened = experiment.backend !== before.experiment.backend;
    const isChanged = experiment !== before.experiment || foundGains !== before.foundGains;
    if (isChanged || walk !== before.run) follow(isReopened);
  });
  follow(false);
  return {
    of(experiment, found) {
      const record = run.live.getState();
      const settings = record?.moments ? referenceSettings(experiment, found) : null;
      return record && settings && shallow(record.settings, settings) ? record.moments : null;
    },
    subscribe: run.subscribe,
    close() {
      unsubscribe();
      run.close();
    },
  };
}
