import { useEffect, useReducer } from 'react';
import type { PinnedTraining } from '#run/train/pinnedTrainings.ts';
import type { PinnedWalk } from '#run/walk/pinnedWalks.ts';
import { useExperiment, usePage, useShown } from '#ui/page/PageContext.ts';
import { useMade } from '#ui/parts/useMade.ts';

/** At most so often is a table written anew while walks or steps arrive, ms. */
const restMs = 250;

interface Followed {
  subscribe(listener: () => void): () => void;
}

/** Renders again while any of these changes, at most every `restMs`. */
function useRested(followed: readonly (Followed | null)[]): void {
  const [, render] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function later(): void {
      timer ??= setTimeout(() => {
        timer = undefined;
        render();
      }, restMs);
    }
    const forget = followed.map((one) => one?.subscribe(later));
    // What changed between what was rendered and now was not heard.
    later();
    return () => {
      clearTimeout(timer);
      for (const end of forget) end?.();
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: the list is made anew each time; what it lists is not
  }, followed);
}

const noPins: readonly never[] = [];

/** The walks that the shown experiment is compared with, as they arrive; none before their part is loaded. */
export function usePinnedWalks(): readonly PinnedWalk[] {
  const { pinned, walk } = usePage();
  const { experiment } = useShown();
  const runs = useMade(pinned);
  useRested([runs, walk]);
  return runs?.of(experiment) ?? noPins;
}

/** The trainings that the experiment is compared with, as they go on. */
export function usePinnedTrainings(): readonly PinnedTraining[] {
  const { pinnedTrainings, training } = usePage();
  const experiment = useExperiment();
  const runs = useMade(pinnedTrainings);
  useRested([runs, useMade(training)]);
  return runs?.of(experiment) ?? noPins;
}
