import { inLanguage } from '#ui/text/inLanguage.ts';
import { exportDe } from './exportDe.ts';
import { exportEn } from './exportEn.ts';

/** These words in the page's language. */
export const exportWords = inLanguage(exportEn, { de: exportDe });
