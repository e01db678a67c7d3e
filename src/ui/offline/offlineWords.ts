import { inLanguage } from '#ui/text/inLanguage.ts';
import { offlineDe } from './offlineDe.ts';
import { offlineEn } from './offlineEn.ts';

/** These words in the page's language. */
export const offlineWords = inLanguage(offlineEn, { de: offlineDe });
