import { useEffect, useReducer, useState } from 'react';
import type { PinnedWalks } from '#run/walk/pinnedWalks.ts';
import { usePage, useShown } from '#ui/page/PageContext.ts';

/** At most so often is a table written anew while walks arrive, ms. */
const restMs = 250;

/** The walks that the shown experiment is compared with, as they arrive; none before their part is loaded. */
export function usePinned(): ReturnType<PinnedWalks['of']> {
  const page = usePage();
  const { experiment } = useShown();
  const [pinned, setPinned] = useState<PinnedWalks | null>(null);
  const [, render] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    let isGone = false;
    page.pinned().then((loaded) => {
      if (!isGone) setPinned(loaded);
    });
    return () => {
      isGone = true;
    };
  }, [page]);

  useEffect(() => {
    if (!pinned) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = [pinned, page.walk].map(({ subscribe }) =>
      subscribe(() => {
        timer ??= setTimeout(() => {
          timer = undefined;
          render();
        }, restMs);
      }),
    );
    return () => {
      clearTimeout(timer);
      for (const end of forget) end();
    };
  }, [pinned, page]);

  return pinned?.of(experiment) ?? [];
}
