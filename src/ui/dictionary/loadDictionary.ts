import { addSections, speak, spokenLanguage } from '#experiment/dictionary/dictionary.ts';
import type { LanguageName } from '#experiment/language.ts';
import type { LanguageDictionary, LaterSection } from './dictionary.ts';
import { dictionary as english } from './en/dictionary.ts';

/** The dictionary of every language but English, which the page always has: a file of its own each. */
const files = import.meta.glob<{ dictionary: LanguageDictionary }>([
  './*/dictionary.ts',
  '!./en/dictionary.ts',
]);

async function dictionaryOf(language: LanguageName): Promise<LanguageDictionary> {
  const file = await files[`./${language}/dictionary.ts`]?.();
  return file?.dictionary ?? english;
}

/** Speaks English, at once. */
export function speakEnglish(): void {
  speak('en', english.first);
}

/** Speaks another language once its dictionary is loaded; before anything is shown. */
export async function speakLoaded(language: LanguageName): Promise<void> {
  speak(language, (await dictionaryOf(language)).first);
}

/** Loads a part of the page beside the section of the dictionary that it shows. */
export async function loadWith<T>(section: LaterSection, load: () => Promise<T>): Promise<T> {
  const { later } = await dictionaryOf(spokenLanguage());
  const [part, words] = await Promise.all([load(), later[section]()]);
  addSections(words);
  return part;
}
