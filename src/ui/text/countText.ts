import { spokenLanguage } from '#experiment/dictionary/dictionary.ts';

/** A count for people: thin spaces between thousands, words of the page's language from a million on. */
export function countText(count: number): string {
  if (count < 1e6) return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, '\u2009');
  const maximumFractionDigits = count / 10 ** (3 * Math.floor(Math.log10(count) / 3)) < 10 ? 1 : 0;
  return new Intl.NumberFormat(spokenLanguage(), {
    notation: 'compact',
    compactDisplay: 'long',
    maximumFractionDigits,
  }).format(count);
}
