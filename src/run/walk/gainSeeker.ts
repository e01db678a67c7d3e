import type { EngineClient } from '#engine/walk/client.ts';
import type { FoundGain, GainSearch } from '#engine/walk/protocol.ts';
import { foundGain, rememberGain, searchKey } from '#experiment/derived/foundGains.ts';
import { dependsOnBest, gainSearch } from '#experiment/derived/resolvedGain.ts';
import type { Experiment } from '#experiment/experiment.ts';
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

  function isOpen(experiment: Experiment): boolean {
    const search = dependsOnBest(experiment) ? gainSearch(experiment) : null;
    return search !== null && foundGain(search) === undefined;
  }

  function seek(experiment: Experiment): void {
    const search = gainSearch(experiment);
    if (!search || !isOpen(experiment) || asked === searchKey(search)) return;
    asked = searchKey(search);
    client.findGain(search);
  }

  function release(): void {
    for (const resolve of waiting) resolve();
    waiting.clear();
  }

  store.subscribe(({ experiment }) => {
    if (waiting.size > 0 && !isOpen(experiment)) release();
  });
  return {
    seek,
    settled() {
      const { experiment } = store.getState();
      if (!isOpen(experiment)) return null;
      seek(experiment);
      return new Promise((resolve) => waiting.add(resolve));
    },
    take({ search, found }) {
      rememberGain(search, found);
      // The link is the same and its gain is another: everything derived from the experiment is derived anew.
      store.setState(({ experiment }) => ({ experiment: { ...experiment } }));
    },
    forget() {
      asked = '';
      release();
    },
  };
}
