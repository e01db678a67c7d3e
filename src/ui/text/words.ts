import type { Translated } from '#experiment/link/translated.ts';
import { en } from './en.ts';

/** Every word of the page's own, in some language. */
export type Words = Translated<typeof en>;

/** The page's words in the language it speaks; set before any module that shows words is loaded (`main.tsx`). */
export let pageWords: Words = en;

/** Takes over the words of another language. */
export function speak(words: Words): void {
  pageWords = words;
}
