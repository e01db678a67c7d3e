import type { LanguageName } from '#experiment/language.ts';

/** Chooses between a word's forms by what a language counts as one: in French 0 and 1.5 too. */
export function pluralIn(language: LanguageName) {
  const rules = new Intl.PluralRules(language);
  return (count: number, one: string, other: string) => (rules.select(count) === 'one' ? one : other);
}
