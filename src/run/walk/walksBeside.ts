import { shallow } from 'zustand/vanilla/shallow';
import type { WalkJob, WalkRunFrame, WalkSettings } from '#engine/walk/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { createRun, type Run } from '#run/controller.ts';
import type { Engine } from '#run/hold.ts';
import { atOnce } from '#run/rest.ts';
import { isGoing } from '#run/runState.ts';
import type { WalkStore } from '#run/store.ts';
import { emptyWalkRecord, type WalkRecord, withWalkFrame } from './walkRecord.ts';

/** Walks that are made beside those on the screen, and set against them. */
export interface WalksBeside {
  /** What has arrived of them for this very experiment; null while nothing has, or where none are wanted. */
  of(experiment: Experiment, found: FoundGains): WalkRecord | null;
  /** Calls listener after every change; returns unsubscribe. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** The settings of walks beside those of an experiment; null where none are wanted. */
export type SettingsBeside = (experiment: Experiment, found: FoundGains) => WalkSettings | null;

/** A run of walks behind whatever is on the screen. */
export const createRunBeside = (
  engine: Engine<WalkJob, WalkRunFrame>,
  settings: () => WalkSettings | null,
): Run<WalkRecord> =>
  createRun<WalkSettings, WalkJob, WalkRunFrame, WalkRecord>({
    engine,
    timing: atOnce,
    priority: 'reference',
    settings,
    isSame: shallow,
    job: (wanted) => ({ kind: 'walk', settings: wanted }),
    empty: emptyWalkRecord,
    reduce: withWalkFrame,
  });

/** Walks what `settingsBeside` says when the store's own run is done, behind whatever is on the screen. */
export function createWalksBeside(
  store: WalkStore,
  engine: Engine<WalkJob, WalkRunFrame>,
  settingsBeside: SettingsBeside,
): WalksBeside {
  const wanted = () => {
    const { experiment, foundGains, run } = store.getState();
    return run.status === 'done' ? settingsBeside(experiment, foundGains) : null;
  };

  const run = createRunBeside(engine, wanted);

  /** Begins what is missing: after a failure, too, when the walks are done again. */
  function follow(isReopened: boolean): void {
    const settings = wanted();
    const record = run.live.getState();
    const isHere = settings && record && shallow(record.settings, settings) && !isReopened;
    if (isHere && (record.done || isGoing(run.state()))) return;
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
      const settings = record && record.walks > 0 ? settingsBeside(experiment, found) : null;
      return record && settings && shallow(record.settings, settings) ? record : null;
    },
    subscribe: run.subscribe,
    close() {
      unsubscribe();
      run.close();
    },
  };
}
