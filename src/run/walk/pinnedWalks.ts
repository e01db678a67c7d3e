import type { StoreApi } from 'zustand/vanilla';
import { shallow } from 'zustand/vanilla/shallow';
import type { WalkJob, WalkRunFrame, WalkSettings } from '#engine/walk/protocol.ts';
import { matrixReason } from '#experiment/derived/effectiveSampling.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { pinnedExperiment } from '#experiment/pins/pins.ts';
import type { Run } from '#run/controller.ts';
import type { Engine } from '#run/hold.ts';
import { isGoing, type RunState, waiting } from '#run/runState.ts';
import type { WalkStore } from '#run/store.ts';
import type { WalkRecord } from './walkRecord.ts';
import { createRunBeside } from './walksBeside.ts';

/** An experiment that is compared with, and its walks as far as they have arrived. */
export interface PinnedWalk {
  readonly pin: string;
  readonly experiment: Experiment;
  /** Null before anything was asked of the engine. */
  readonly record: WalkRecord | null;
  readonly run: RunState;
}

export interface PinnedWalks {
  /** The pins of an experiment in their order; the same list until something of it has changed. */
  of(experiment: Experiment): readonly PinnedWalk[];
  /** Calls listener after every change; returns unsubscribe. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/**
 * How a pinned experiment is walked, wherever its link is opened: matrix-free where that is the same in law, so that four
 * of them cost little beside the one on the screen.
 */
export function pinnedSettings(pinned: Experiment, found: FoundGains): WalkSettings {
  const sampler = matrixReason(pinned) ? 'matrices' : 'free';
  return walkSettings({ ...pinned, sampler }, found);
}

const none: readonly PinnedWalk[] = [];

/** Walks the pins of the store's experiment, behind what is on the screen; walks that `own` has already are taken from there. */
export function createPinnedWalks(
  store: WalkStore,
  engine: Engine<WalkJob, WalkRunFrame>,
  own: StoreApi<WalkRecord | null>,
): PinnedWalks {
  const runs = new Map<string, Run<WalkRecord>>();
  const listeners = new Set<() => void>();
  let known: { readonly experiment: Experiment; readonly list: readonly PinnedWalk[] } | null = null;

  function settingsOf(pin: string): WalkSettings {
    const { experiment, foundGains } = store.getState();
    return pinnedSettings(pinnedExperiment(pin, experiment), foundGains);
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function runOf(pin: string): Run<WalkRecord> {
    const run = runs.get(pin) ?? createRunBeside(engine, () => settingsOf(pin));
    if (!runs.has(pin)) run.subscribe(tell);
    runs.set(pin, run);
    return run;
  }

  /** Takes the walks on the screen where they are these, as soon as they are all there; makes any others. */
  function fetch(pin: string): void {
    const run = runOf(pin);
    const settings = settingsOf(pin);
    const record = run.live.getState();
    const isSame = record !== null && shallow(record.settings, settings);
    if (isSame && (record.done || isGoing(run.state()))) return;
    const walked = own.getState();
    if (walked && walked.source === 'engine' && shallow(walked.settings, settings)) {
      if (walked.done) run.live.setState(walked, true);
    } else run.begin();
  }

  function follow(): void {
    const { experiment } = store.getState();
    const pins = engineOf(experiment) === 'walk' ? experiment.pins : [];
    for (const [pin, run] of runs) {
      if (experiment.pins.includes(pin)) continue;
      run.close();
      runs.delete(pin);
    }
    for (const pin of pins) fetch(pin);
  }

  const unsubscribe = store.subscribe(({ experiment, run, foundGains }, before) => {
    const isChanged = experiment !== before.experiment || foundGains !== before.foundGains;
    if (isChanged || run !== before.run) follow();
  });
  follow();

  return {
    of(experiment) {
      if (experiment.pins.length === 0) return none;
      const list = experiment.pins.map((pin): PinnedWalk => {
        const run = runs.get(pin);
        const record = run?.live.getState() ?? null;
        const state = run?.state() ?? waiting;
        const same = known?.experiment === experiment && known.list.find((one) => one.pin === pin);
        if (same && same.record === record && same.run === state) return same;
        return { pin, experiment: pinnedExperiment(pin, experiment), record, run: state };
      });
      const isKnown = known?.experiment === experiment && shallow(known.list, list);
      if (!isKnown) known = { experiment, list };
      return known?.list ?? list;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      unsubscribe();
      for (const run of runs.values()) run.close();
    },
  };
}
