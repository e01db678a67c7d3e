import { theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { noFoundGains } from '#experiment/foundGains.ts';
import type { WalkStore } from '#run/store.ts';
import { lateTheory, provideLateTheory } from '#theory/lateTheory.ts';
import { loadPart } from './loadPart.ts';
import { loadPatiently } from './loadPatiently.ts';

/**
 * Whether an experiment has no theory without the late part; a tied network is set against new matrices. An answer that nobody keeps,
 * asked for while that part is not there: its experiment is a copy.
 */
const isOpen = (experiment: Experiment) =>
  theoryOf({ ...experiment, tied: 0 }, noFoundGains).kind === 'mean-field';

/** Loads the theory of finite width before the page opens, where what it opens on is not exact without. */
export async function loadTheoryFor(experiment: Experiment): Promise<void> {
  if (!isOpen(experiment)) return;
  provideLateTheory((await loadPart(() => import('#theory/finiteWidth/finiteWidth.ts'))).finiteWidth);
}

/** Loads it after the first picture, and lets the store's experiment be worked out again if it waits for it. */
export async function loadTheoryAfter(store: WalkStore): Promise<void> {
  if (lateTheory()) return;
  const { finiteWidth } = await loadPatiently(() => import('#theory/finiteWidth/finiteWidth.ts'));
  const { experiment, foundGains } = store.getState();
  const wasOpen = isOpen(experiment);
  provideLateTheory(finiteWidth);
  if (wasOpen) store.setState({ foundGains: new Map(foundGains) });
}
