import { inLanguage } from '#ui/text/inLanguage.ts';
import { shareDe } from './shareDe.ts';
import { shareEn } from './shareEn.ts';

/** These words in the page's language. */
export const shareWords = inLanguage(shareEn, { de: shareDe });
