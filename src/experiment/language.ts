/**
 * The languages of the page, each by its own name. A new one is a line here, and its words in a folder of its own, of the
 * same name, beside each layer's `dictionary/en/`.
 */
export const languages = { en: 'English', de: 'Deutsch', fr: 'Français' } as const;

/** A language that the page speaks. */
export type LanguageName = keyof typeof languages;

const isLanguageName = (name: string): name is LanguageName => Object.hasOwn(languages, name);

export const languageNames: readonly LanguageName[] = Object.keys(languages).filter(isLanguageName);

/** What a reader may wish for; `auto` is the browser's wish. */
export type Language = 'auto' | LanguageName;

export const languageChoices: readonly Language[] = ['auto', ...languageNames];

/** The first of the page's languages that is wished for; `auto` is none, and leaves it to the browser's. */
export function selectLanguage(wish: Language, browser: readonly string[]): LanguageName {
  return [wish, ...browser].map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguageName) ?? 'en';
}
