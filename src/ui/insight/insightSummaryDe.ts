import type { Translated } from '#experiment/link/translated.ts';
import type { insightSummaryEn } from './insightSummaryEn.ts';

/** The lines that open the two figures below the walk, in German. */
export const insightSummaryDe: Translated<typeof insightSummaryEn> = {
  label: 'Was der richtige Gain nicht heilt',
  alignment: 'Der richtige Gain heilt nicht: Richtungen gleichen sich an',
  stretch: 'Der richtige Gain heilt nicht: Längen gehen auseinander',
};
