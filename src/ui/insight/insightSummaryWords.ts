import { inLanguage } from '#ui/text/inLanguage.ts';
import { insightSummaryDe } from './insightSummaryDe.ts';
import { insightSummaryEn } from './insightSummaryEn.ts';

/** These words in the page's language. */
export const insightSummaryWords = inLanguage(insightSummaryEn, { de: insightSummaryDe });
