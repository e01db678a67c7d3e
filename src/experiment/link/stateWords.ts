import { stateEn } from './stateEn.ts';
import type { Translated } from './translated.ts';

export type StateWords = Translated<typeof stateEn>;

let spoken: StateWords = stateEn;

/** What the state says to people, in the page's language. */
export const stateWords = (): StateWords => spoken;

/** Takes over the words of another language. */
export function speakState(words: StateWords): void {
  spoken = words;
}
