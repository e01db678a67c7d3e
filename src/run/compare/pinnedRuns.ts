import type { StoreApi } from 'zustand/vanilla';
import { shallow } from 'zustand/vanilla/shallow';
import type { Experiment } from '#experiment/experiment.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { pinnedExperiment } from '#experiment/pins/pins.ts';
import type { Run } from '#run/controller.ts';
import { isGoing, type RunState, waiting } from '#run/runState.ts';
import type { WalkState, WalkStore } from '#run/store.ts';

/** An experiment that is compared with, and its run as far as it has arrived. */
export interface PinnedRun<Result> {
  readonly pin: string;
  readonly experiment: Experiment;
  /** Null before anything was asked of the engine. */
  readonly record: Result | null;
  readonly run: RunState;
}

export interface PinnedRuns<Result> {
  /** The pins of an experiment in their order; the same list until something of it has changed. */
  of(experiment: Experiment): readonly PinnedRun<Result>[];
  /** Calls listener after every change; returns unsubscribe. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** One kind of run as it is made for what is compared with. */
export interface PinnedKind<Settings, Result extends { readonly done: boolean }> {
  readonly engine: ReturnType<typeof engineOf>;
  /** What is run for a pinned experiment. */
  readonly settings: (pinned: Experiment, state: WalkState) => Settings;
  /** Whether a record is of that run. */
  readonly isOf: (record: Result, settings: Settings) => boolean;
  /** A run behind the screen's. */
  readonly createRun: (settings: () => Settings) => Run<Result>;
  /** The record on the screen. */
  readonly own: StoreApi<Result | null>;
  /** Where the run on the screen stands. */
  readonly ownRun: (state: WalkState) => RunState;
  /** What stands of a run that left the screen before its end, to go on from. */
  readonly left?: (settings: Settings) => Result | undefined;
}

/** Runs the pins of the store's experiment, behind what is on the screen; what the screen has already is taken from there. */
export function createPinnedRuns<Settings, Result extends { readonly done: boolean }>(
  store: WalkStore,
  kind: PinnedKind<Settings, Result>,
): PinnedRuns<Result> {
  const runs = new Map<string, Run<Result>>();
  const listeners = new Set<() => void>();
  let known: { readonly experiment: Experiment; readonly list: readonly PinnedRun<Result>[] } | null = null;

  function settingsOf(pin: string): Settings {
    const state = store.getState();
    return kind.settings(pinnedExperiment(pin, state.experiment), state);
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function runOf(pin: string): Run<Result> {
    const run = runs.get(pin) ?? kind.createRun(() => settingsOf(pin));
    if (!runs.has(pin)) run.subscribe(tell);
    runs.set(pin, run);
    return run;
  }

  /** Takes the run on the screen where it is this one, as soon as it is done; makes any other. */
  function fetch(pin: string): void {
    const run = runOf(pin);
    const settings = settingsOf(pin);
    const record = run.live.getState();
    if (record !== null && kind.isOf(record, settings) && (record.done || isGoing(run.state()))) return;
    const own = kind.own.getState();
    if (own && kind.isOf(own, settings)) {
      if (own.done) run.live.setState(own, true);
    } else run.begin(false, kind.left?.(settings));
  }

  function follow(): void {
    const { experiment } = store.getState();
    const pins = engineOf(experiment) === kind.engine ? experiment.pins : [];
    for (const [pin, run] of runs) {
      if (experiment.pins.includes(pin)) continue;
      run.close();
      runs.delete(pin);
    }
    for (const pin of pins) fetch(pin);
  }

  const unsubscribe = store.subscribe((state, before) => {
    const isChanged = state.experiment !== before.experiment || state.foundGains !== before.foundGains;
    if (isChanged || kind.ownRun(state) !== kind.ownRun(before)) follow();
  });
  follow();

  return {
    of(experiment) {
      if (known?.experiment !== experiment) known = { experiment, list: [] };
      const { list: before } = known;
      const list = experiment.pins.map((pin, i): PinnedRun<Result> => {
        const run = runs.get(pin);
        const record = run?.live.getState() ?? null;
        const state = run?.state() ?? waiting;
        const same = before[i];
        if (same && same.record === record && same.run === state) return same;
        return { pin, experiment: same?.experiment ?? pinnedExperiment(pin, experiment), record, run: state };
      });
      if (!shallow(before, list)) known = { experiment, list };
      return known.list;
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
