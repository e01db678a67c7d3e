import { inLanguage } from '#ui/text/inLanguage.ts';
import { embedDe } from './embedDe.ts';
import { embedEn } from './embedEn.ts';

/** These words in the page's language. */
export const embedWords = inLanguage(embedEn, { de: embedDe });
