import { inLanguage } from '#ui/text/inLanguage.ts';
import { pythonDe } from './pythonDe.ts';
import { pythonEn } from './pythonEn.ts';

/** These words in the page's language. */
export const pythonWords = inLanguage(pythonEn, { de: pythonDe });
