import { type LanguageName, language } from '#experiment/language.ts';
import type { Translated } from '#experiment/link/translated.ts';

/** A view's words in the language that the page speaks; for views that are loaded after it was chosen. */
export function inLanguage<T>(
  en: T,
  others: Readonly<Record<Exclude<LanguageName, 'en'>, Translated<T>>>,
): Translated<T> {
  const name = language();
  return name === 'en' ? (en as unknown as Translated<T>) : others[name];
}
