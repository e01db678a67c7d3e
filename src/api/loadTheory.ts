import { theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import { type FoundGains, noFoundGains } from '#experiment/foundGains.ts';
import type { WalkStore } from '#run/store.ts';
import { lateTheory, provideLateTheory } from '#theory/lateTheory.ts';
import type { TheoryKind } from '#theory/walkMoments.ts';
import { loadPart } from './loadPart.ts';
import { loadPatiently } from './loadPatiently.ts';

const openKinds: readonly TheoryKind[] = ['mean-field', 'leading-order', 'new-matrices'];

const isOpen = (experiment: Experiment, found: FoundGains) =>
  openKinds.includes(theoryOf(experiment, found).kind);

/** Loads the theory of finite width before the page opens, where what it opens on is not exact without. */
export async function loadTheoryFor(experiment: Experiment): Promise<void> {
  // An answer that nobody keeps: its experiment is the link's, not the page's.
  if (!isOpen({ ...experiment }, noFoundGains)) return;
  provideLateTheory((await loadPart(() => import('#theory/finiteWidth/finiteWidth.ts'))).finiteWidth);
}

/** Loads it after the first picture, and lets the store's experiment be worked out again if it waits for it. */
export async function loadTheoryAfter(store: WalkStore): Promise<void> {
  if (lateTheory()) return;
  provideLateTheory((await loadPatiently(() => import('#theory/finiteWidth/finiteWidth.ts'))).finiteWidth);
  const { experiment, foundGains } = store.getState();
  if (isOpen(experiment, foundGains)) store.setState({ foundGains: new Map(foundGains) });
}
