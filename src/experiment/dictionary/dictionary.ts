import { createStore } from 'zustand/vanilla';
import type { DataReason } from '#engine/worker/reason.ts';
import type { LanguageName } from '#experiment/language.ts';
import { experiment } from './en/experiment.ts';
import type { ReasonTexts } from './en/reasons.ts';
import type { Translated } from './translated.ts';

/** What an experiment and its runs say to people, in some language. */
export type ExperimentDictionary = Translated<typeof experiment>;

/** Everything that is said to people, by section. A layer above adds its sections to this type (`ui/dictionary/dictionary.ts`). */
export interface Dictionary {
  readonly experiment: ExperimentDictionary;
  /** What can be wrong with data; comes with what takes them in. */
  readonly dataReasons: ReasonTexts<DataReason>;
}

export type Section = keyof Dictionary;

interface Spoken {
  readonly language: LanguageName;
  readonly sections: Partial<Dictionary>;
}

/**
 * The language that is spoken and what is loaded of its dictionary. `main.tsx` sets it once, before the first render, and
 * a view's section is added before the view is loaded; another language opens the page anew. Without a page, in Node, an
 * experiment speaks English.
 */
const spoken = createStore<Spoken>()(() => ({ language: 'en', sections: { experiment } }));

/** Speaks a language from now on, with these sections of its dictionary and no others. */
export function speak(language: LanguageName, sections: Partial<Dictionary>): void {
  spoken.setState({ language, sections });
}

/** Adds sections of the dictionary that is spoken. */
export function addSections(sections: Partial<Dictionary>): void {
  spoken.setState((before) => ({ sections: { ...before.sections, ...sections } }));
}

export const spokenLanguage = (): LanguageName => spoken.getState().language;

/** A section of the dictionary that is spoken; read it where it is shown, not where a module begins. Throws if it is not loaded. */
export function dictionary<S extends Section>(section: S): Dictionary[S] {
  const words: Partial<Dictionary>[S] = spoken.getState().sections[section];
  if (words === undefined) throw new Error(`The section ${section} of the dictionary is not loaded.`);
  return words;
}
