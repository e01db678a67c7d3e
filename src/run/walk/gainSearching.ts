import { shallow } from 'zustand/vanilla/shallow';
import type { GainSearch, WalkJob, WalkRunFrame } from '#engine/walk/protocol.ts';
import { withFoundGain } from '#experiment/foundGains.ts';
import { openSearch } from '#experiment/gains.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { createRun } from '#run/controller.ts';
import type { Engine } from '#run/hold.ts';
import { atOnce } from '#run/rest.ts';
import { isGoing } from '#run/runState.ts';
import type { WalkStore } from '#run/store.ts';

/** Asks the engine for the g* that theory cannot give. */
export interface GainSearching {
  /** Asks, unless the answer is known, is on its way, or is not needed. */
  seek(): void;
  /** Resolves when the experiment's gain is settled: known, not to be found, or given up; null when it is. */
  settled(): Promise<void> | null;
  close(): void;
}

export function createGainSearching(store: WalkStore, engine: Engine<WalkJob, WalkRunFrame>): GainSearching {
  const wanted = () => openSearch(store.getState().experiment, store.getState().foundGains);

  const run = createRun<GainSearch, WalkJob, WalkRunFrame, GainSearch>({
    engine,
    timing: atOnce,
    settings: wanted,
    isSame: shallow,
    job: (search) => ({ kind: 'gain', search }),
    empty: (search) => search,
    reduce(search, frame) {
      if (frame.kind === 'gain') {
        store.setState(({ foundGains }) => ({ foundGains: withFoundGain(foundGains, search, frame.found) }));
      }
      return search;
    },
  });

  /** A search that failed answers nothing: it is made again whenever it is needed again. */
  function seek(): void {
    if (wanted() !== null && (run.isStale() || !isGoing(run.state()))) run.begin();
  }

  /** The training asks for a gain as the walk does, and the walk's engine finds it. */
  const unsubscribe = store.subscribe(({ experiment }, before) => {
    if (experiment === before.experiment) return;
    if (engineOf(experiment) === 'train' && experiment.run === 1) seek();
    else if (wanted() === null) run.cancel();
  });

  async function settle(): Promise<void> {
    for (let open = wanted(); open !== null; ) {
      const before = open;
      seek();
      const { status } = await run.ended();
      open = wanted();
      // Given up: by a failure, or because the engine is closed.
      if (status !== 'done' && open !== null && shallow(open, before)) return;
    }
  }

  return {
    seek,
    settled() {
      return wanted() === null ? null : settle();
    },
    close() {
      unsubscribe();
      run.close();
    },
  };
}
