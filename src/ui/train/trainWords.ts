import { inLanguage } from '#ui/text/inLanguage.ts';
import { trainDe } from './trainDe.ts';
import { trainEn } from './trainEn.ts';

/** These words in the page's language. */
export const trainWords = inLanguage(trainEn, { de: trainDe });
