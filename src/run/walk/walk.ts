import { shallow } from 'zustand/vanilla/shallow';
import type { WalkJob, WalkRunFrame, WalkSettings } from '#engine/walk/protocol.ts';
import { walkSettings } from '#experiment/derived/walkSettings.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { createRun, type Run } from '#run/controller.ts';
import type { Engine } from '#run/hold.ts';
import { isGoing } from '#run/runState.ts';
import type { WalkState, WalkStore } from '#run/store.ts';
import type { GainSearching } from './gainSearching.ts';
import { emptyWalkRecord, type WalkRecord, withWalkFrame } from './walkRecord.ts';

/** While a slider is dragged, at most one run is begun in this time, ms. */
const restMs = 60;

/** The page's hold on its walks. */
export interface Walk extends Run<WalkRecord> {
  /** Resolves when the experiment's gain is settled; until then it may change and begin the run again. Null when it is. */
  gainSettled(): Promise<void> | null;
}

interface WalkParts {
  readonly store: WalkStore;
  readonly engine: Engine<WalkJob, WalkRunFrame>;
  readonly gains: GainSearching;
}

/** A recorded run of the same settings stays on the screen until the engine's first walks arrive. */
function emptyOrRecorded(settings: WalkSettings, before: WalkRecord | null): WalkRecord {
  return before?.source === 'recorded' && shallow(before.settings, settings)
    ? before
    : emptyWalkRecord(settings);
}

/** Keeps the walk engine working on the store's experiment. */
export function createWalk({ store, engine, gains }: WalkParts): Walk {
  const run = createRun<WalkSettings, WalkJob, WalkRunFrame, WalkRecord>({
    engine,
    publish: (state) => store.setState({ run: state }),
    timing: { restMs, isLeading: true },
    settings: () => walkSettings(store.getState().experiment, store.getState().foundGains),
    isSame: shallow,
    job: (settings) => ({ kind: 'walk', settings }),
    empty: emptyOrRecorded,
    reduce: withWalkFrame,
  });

  function follow(state: WalkState, before: WalkState): void {
    const { experiment, restarts } = state;
    const isReopened = experiment.backend !== before.experiment.backend;
    if (isReopened) store.setState({ engine: { status: 'starting' } });
    const isSeen = engineOf(experiment) === 'walk';
    run.rank(isSeen ? 'screen' : 'hidden');
    if (!isSeen) {
      // Nobody sees the walk; what ran on the backend before is gone, anything else goes on.
      if (isReopened) run.forget();
    } else if (restarts !== before.restarts) begin();
    else if (isReopened || run.isStale()) {
      // A gain that was found meanwhile is no change of the user's: the run goes on with it, and does not wait.
      const isOwn = experiment === before.experiment && isGoing(state.run);
      if (experiment.run === 1 || isOwn) gains.seek();
      run.change(experiment.run === 1 || isOwn);
    }
  }

  function begin(paused?: boolean): void {
    gains.seek();
    run.begin(paused);
  }

  const unsubscribe = store.subscribe((state, before) => {
    const { experiment, restarts, foundGains } = state;
    const isChanged = experiment !== before.experiment || foundGains !== before.foundGains;
    if (isChanged || restarts !== before.restarts) follow(state, before);
  });
  const { experiment } = store.getState();
  if (engineOf(experiment) !== 'walk') run.forget();
  else if (experiment.run === 1) begin();
  else run.change(false);

  return {
    ...run,
    begin,
    run() {
      gains.seek();
      run.run();
    },
    gainSettled: gains.settled,
    close() {
      unsubscribe();
      run.close();
    },
  };
}
