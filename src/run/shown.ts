import { createStore, type StoreApi } from 'zustand/vanilla';
import { prepareTheory, theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { inTasks } from './inTasks.ts';
import type { WalkState, WalkStore } from './store.ts';

/** What the figures show and the sentence speaks of. */
export interface Shown {
  readonly experiment: Experiment;
  readonly found: FoundGains;
}

const select = ({ experiment, foundGains: found }: WalkState): Shown => ({ experiment, found });

function* withTheory(shown: Shown): Generator<void, Shown> {
  const { experiment, found } = shown;
  if (engineOf(experiment) === 'walk') {
    yield* prepareTheory(experiment, found);
    theoryOf(experiment, found);
  }
  return shown;
}

/**
 * The store's experiment, where theory costs much a task or two behind: what a slider moves is there at once, and what theory says of
 * it when that has been worked out.
 */
export function createShown(store: WalkStore): StoreApi<Shown> {
  const shown = createStore(() => select(store.getState()));
  const follow = inTasks(withTheory, (next) => shown.setState(next, true));
  store.subscribe((state, before) => {
    if (state.experiment !== before.experiment || state.foundGains !== before.foundGains) {
      follow(select(state));
    }
  });
  return shown;
}
