import type { Language } from './experiment.ts';

/** A language that the page speaks. */
export type LanguageName = Exclude<Language, 'auto'>;

/** The language of a wish; `auto` takes the first of the browser's languages that the page speaks. */
export function languageOf(wish: Language, browser: readonly string[]): LanguageName {
  if (wish !== 'auto') return wish;
  const spoken = browser.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find((tag): tag is LanguageName => tag === 'en' || tag === 'de') ?? 'en';
}

let chosen: LanguageName = 'en';

/** The language the page speaks; fixed before its first word is shown, and until it is opened again. */
export const language = (): LanguageName => chosen;

export function chooseLanguage(name: LanguageName): void {
  chosen = name;
}
