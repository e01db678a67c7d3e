import { dictionary } from '#experiment/dictionary/dictionary.ts';

const units = [
  { size: 1e9, name: 'billion' },
  { size: 1e6, name: 'million' },
] as const;

/** A count for people: thin spaces between thousands, words from a million on. */
export function countText(count: number): string {
  for (const { size, name } of units) {
    if (count < size) continue;
    return `${(count / size).toFixed(count < 10 * size ? 1 : 0)} ${dictionary('page').counts[name]}`;
  }
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, '\u2009');
}
