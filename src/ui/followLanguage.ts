import { spokenLanguage } from '#experiment/dictionary/dictionary.ts';
import { selectLanguage } from '#experiment/language.ts';
import { currentHash } from '#run/linkSync.ts';
import type { WalkState, WalkStore } from '#run/store.ts';
import { windowAddress } from '#run/windowAddress.ts';

/** A page in another language is opened anew, also one that was chosen before this part had come: every state is in its link, so nothing is lost but a run's progress. */
export function followLanguage(store: WalkStore): void {
  function follow({ experiment }: WalkState): void {
    if (selectLanguage(experiment.lang, navigator.languages) === spokenLanguage()) return;
    const hash = currentHash(store);
    windowAddress().replace(hash);
    // Where the address may not be written, it can still be followed.
    if (location.hash !== hash) location.hash = hash;
    location.reload();
  }
  store.subscribe(follow);
  follow(store.getState());
}
