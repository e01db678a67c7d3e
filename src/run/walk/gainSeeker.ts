import type { EngineClient } from '#engine/walk/client.ts';
import type { FoundGain, GainSearch } from '#engine/walk/protocol.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { searchKey, withFoundGain } from '#experiment/foundGains.ts';
import { openSearch } from '#experiment/gains.ts';
import type { WalkStore } from '#run/store.ts';

interface GainAnswer {
  readonly search: GainSearch;
  readonly found: FoundGain | null;
}

/** Asks the engine for the g* that theory cannot give. */
export interface GainSeeker {
  /** Asks, unless the answer is known, is on its way, or is not needed. */
  seek(experiment: Experiment): void;
  /** Resolves when the experiment's gain is settled: known, not to be found, or its engine lost; null when it is. */
  settled(): Promise<void> | null;
  /** Takes in an answer; whoever shows or walks the experiment finds its gain changed. */
  take(answer: GainAnswer): void;
  /** What was asked for is lost with its engine. */
  forget(): void;
}

export function createGainSeeker(store: WalkStore, client: Pick<EngineClient, 'findGain'>): GainSeeker {
  let asked = '';
  const waiting = new Set<() => void>();

  function wanted(experiment: Experiment): GainSearch | null {
    return openSearch(experiment, store.getState().foundGains);
  }

  function seek(experiment: Experiment): void {
    const search = wanted(experiment);
    if (!search || asked === searchKey(search)) return;
    asked = searchKey(search);
    client.findGain(search);
  }

  function release(): void {
    for (const resolve of waiting) resolve();
    waiting.clear();
  }

  store.subscribe(({ experiment }) => {
    if (waiting.size > 0 && !wanted(experiment)) release();
  });
  return {
    seek,
    settled() {
      const { experiment } = store.getState();
      if (!wanted(experiment)) return null;
      seek(experiment);
      return new Promise((resolve) => waiting.add(resolve));
    },
    take({ search, found }) {
      store.setState(({ foundGains }) => ({ foundGains: withFoundGain(foundGains, search, found) }));
    },
    forget() {
      asked = '';
      release();
    },
  };
}
