import { inLanguage } from '#ui/text/inLanguage.ts';
import { scaleDe } from './scaleDe.ts';
import { scaleEn } from './scaleEn.ts';

/** These words in the page's language. */
export const scaleWords = inLanguage(scaleEn, { de: scaleDe });
