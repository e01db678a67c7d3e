import { language } from '#state/language.ts';

const units = [
  { size: 1e9, name: { en: ' billion', de: ' Milliarden' } },
  { size: 1e6, name: { en: ' million', de: ' Millionen' } },
] as const;

/** A count for people: thin spaces between thousands, words from a million on. */
export function countText(count: number): string {
  for (const { size, name } of units) {
    if (count >= size) return `${(count / size).toFixed(count < 10 * size ? 1 : 0)}${name[language()]}`;
  }
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, '\u2009');
}
