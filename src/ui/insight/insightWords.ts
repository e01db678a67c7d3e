import { inLanguage } from '#ui/text/inLanguage.ts';
import { insightDe } from './insightDe.ts';
import { insightEn } from './insightEn.ts';

/** These words in the page's language. */
export const insightWords = inLanguage(insightEn, { de: insightDe });
