import { spokenLanguage } from '#experiment/dictionary/dictionary.ts';
import { selectLanguage } from '#experiment/language.ts';
import { currentHash } from '#run/linkSync.ts';
import type { WalkStore } from '#run/store.ts';
import { windowAddress } from '#run/windowAddress.ts';

/** A page in another language is opened anew: every state is in its link, so nothing is lost but a run's progress. */
export function followLanguage(store: WalkStore): void {
  store.subscribe(({ experiment }) => {
    if (selectLanguage(experiment.lang, navigator.languages) === spokenLanguage()) return;
    const hash = currentHash(store);
    windowAddress().replace(hash);
    // Where the address may not be written, it can still be followed.
    if (location.hash !== hash) location.hash = hash;
    location.reload();
  });
}
