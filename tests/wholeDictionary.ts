import type { Dictionary } from '#experiment/dictionary/dictionary.ts';
import type { LanguageDictionary } from '#ui/dictionary/dictionary.ts';

const files = import.meta.glob<{ dictionary: LanguageDictionary }>('/src/ui/dictionary/*/dictionary.ts');

/** The languages that have a dictionary, by the names of its folders. */
export const languagesOfFolders = () => Object.keys(files).map((path) => path.split('/').at(-2));

/** All sections of a language, the later ones too. */
export async function wholeDictionary(language: string): Promise<Dictionary> {
  const load = files[`/src/ui/dictionary/${language}/dictionary.ts`];
  if (!load) throw new Error(`No dictionary of ${language}.`);
  const { first, later } = (await load()).dictionary;
  const parts = await Promise.all(Object.values(later).map((section) => section()));
  return Object.assign({}, first, ...parts);
}
