import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { measuredText, numberText, shortText } from '#plots/numberText.ts';
import { theoryColumnNames } from '#run/walk/walkTables.ts';
import { countText } from '#ui/text/countText.ts';
import type { ReadingCell, ReadingColumn } from './readingTable.ts';

/** What columns are called, by their names in the table. */
export type ColumnWords = Readonly<Record<string, string>>;

const words = () => dictionary('saving');

/** What theory's column is called on the page: `exactMean` and the like; null for another. */
function theoryTitle(name: string): string | null {
  const kinds = Object.keys(theoryColumnNames) as (keyof typeof theoryColumnNames)[];
  for (const kind of kinds) {
    const own = theoryColumnNames[kind];
    const moment = name === `${own}Mean` ? 'mean' : name === `${own}Variance` ? 'variance' : null;
    if (moment) return `${words().columns[moment]}, ${dictionary('page').facts.theory[kind]}`;
  }
  return null;
}

/** What a column is called on the page; `further` has the words of columns that are not everywhere. */
export function columnTitle({ name, number, errorPlace }: ReadingColumn, further: ColumnWords): string {
  const known: ColumnWords = words().columns;
  const title = further[name] ?? known[name] ?? theoryTitle(name) ?? name;
  if (number !== null) return `${title} ${number}`;
  return errorPlace === null ? title : words().withError(title);
}

/** A column's values as they are shown: whole numbers without decimals, others to four digits or to their error. */
export function columnTexts(cells: readonly ReadingCell[]): string[] {
  const isWhole = cells.every(({ value }) => typeof value !== 'number' || Number.isInteger(value));
  return cells.map(({ value, error }) => {
    if (value === null) return words().none;
    if (typeof value === 'string') return value;
    if (error !== null) return measuredText(value, error);
    if (isWhole && value >= 0) return countText(value);
    // Rounded first: 0.0099999 is 0.01000, and not 0.010000.
    return isWhole ? shortText(value, 12) : numberText(Number(value.toPrecision(4)), 4);
  });
}
