import { loadPatiently } from '#api/loadPatiently.ts';
import type { Page } from '#api/page.ts';
import { engineOf } from '#experiment/lessons/engineOf.ts';
import { isControl } from '#ui/learn/lecture/lectureKeys.ts';

/** The key that plays a walk, and ends it. */
export const hearKey = 'h';

/**
 * Lets one key play the walks of the page, one after the other. Nothing is loaded, and nothing sounds, before it is
 * pressed; a page inside another one leaves its keys to that.
 */
export function hearWalks(page: Page): void {
  const load = () =>
    loadPatiently(() => import('./hearing.ts')).then(({ createHearing }) => createHearing(page));
  let hearing: ReturnType<typeof load> | null = null;
  addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey, repeat, target }) => {
    if (key !== hearKey || ctrlKey || altKey || metaKey || repeat || isControl(target)) return;
    const { experiment } = page.store.getState();
    if (engineOf(experiment) !== 'walk' || experiment.embed === 1) return;
    hearing ??= load();
    hearing.then(({ next }) => next());
  });
}
