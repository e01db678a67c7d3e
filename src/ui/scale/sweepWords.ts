import { dictionary } from '#experiment/dictionary/dictionary.ts';
import type { SweepName } from '#experiment/experiment.ts';

/** The words of a sweep's figures and sentence, by the keys that its definition has for them. */
export type Phrases = Readonly<Record<string, string>>;

/** What the columns of all sweeps' tables are called. */
export const columnWords = (): Phrases => dictionary('scale').columns;

/** What the sweeps are called where one is chosen. */
export const sweepChoices = (): Phrases =>
  Object.fromEntries(Object.entries(dictionary('scale').sweeps).map(([name, { choice }]) => [name, choice]));

/** What a sweep asks, with controls in `{}`. */
export const questionOf = (sweep: SweepName): string => dictionary('scale').sweeps[sweep].sentence;

export const phrasesOf = (sweep: SweepName): Phrases => dictionary('scale').sweeps[sweep].phrases;
