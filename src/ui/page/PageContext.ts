import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Page } from '#api/page.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import type { Shown } from '#run/shown.ts';
import { changeExperiment, type WalkState } from '#run/store.ts';

/** The page that the components show. */
export const PageContext = createContext<Page | null>(null);

/** The page; throws outside of a `PageContext`. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('No page is open.');
  return page;
}

/** A part of the store's state, followed as it changes. */
export function useWalkState<T>(select: (state: WalkState) => T): T {
  return useStore(usePage().store, select);
}

export function useExperiment(): Experiment {
  return useWalkState((state) => state.experiment);
}

/** The engine's answers to searches for g*, which named gains and all that follows from them follow. */
export function useFoundGains(): FoundGains {
  return useWalkState((state) => state.foundGains);
}

/** What the figures and the sentence show: the store's experiment once its theory is known. */
export function useShown(): Shown {
  return useStore(usePage().shown);
}

/** Changes the experiment by values the page's own controls made. */
export function useChange(): (patch: Partial<Experiment>) => void {
  const { store } = usePage();
  return (patch) => changeExperiment(store, patch);
}
