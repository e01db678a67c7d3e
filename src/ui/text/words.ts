import type { Translated } from '#state/translated.ts';
import { en } from './en.ts';

/** Every word of the page's own, in some language. */
export type Words = Translated<typeof en>;

/** The page's words in the language it speaks; set before any module reads them (`main.tsx`). */
export let words: Words = en;

/** Takes over the words of another language. */
export function speak(spoken: Words): void {
  words = spoken;
}
