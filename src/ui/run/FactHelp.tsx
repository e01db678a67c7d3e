import { type Dictionary, dictionary } from '#experiment/dictionary/dictionary.ts';

/** What a measurement is; loaded with its words when somebody asks. */
export const FactHelp = ({ name }: { name: keyof Dictionary['facts'] }) => dictionary('facts')[name];
