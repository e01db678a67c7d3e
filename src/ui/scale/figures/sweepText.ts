import type { Phrase, Shown, Text } from '#run/sweeps/figures/phrase.ts';
import type { Phrases } from '#ui/scale/sweepWords.ts';
import { shownText } from './shownText.ts';

const isPhrase = (part: Phrase | Shown): part is Phrase => Array.isArray(part);

/** A phrase in the sweep's words, its values in their places. */
export function phraseText(phrases: Phrases, [key, values = {}]: Phrase): string {
  const template = phrases[key] ?? key;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => shownText(values[name] ?? null));
}

/** Phrases and values as one text. */
export function sweepText(phrases: Phrases, text: Text): string {
  return text.map((part) => (isPhrase(part) ? phraseText(phrases, part) : shownText(part))).join('');
}
