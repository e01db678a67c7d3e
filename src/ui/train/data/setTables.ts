import { type FigureTable, figureTable } from '#run/figureTable.ts';
import type { SetPreview } from '#run/train/ownPreview.ts';

/** What a class is called: by its number where it has no name. */
export const classNameOf = ({ classNames }: Pick<SetPreview, 'classNames'>, place: number): string =>
  classNames?.[place] ?? String(place);

/** How often values of the inputs come: a row an equal step from the least value to the greatest. */
export function valueTable({ histogram: { low, high, counts } }: Pick<SetPreview, 'histogram'>): FigureTable {
  const edge = (row: number) => low + ((high - low) * row) / counts.length;
  return figureTable(counts.length, [
    ['from', edge],
    ['to', (row) => edge(row + 1)],
    ['count', (row) => counts[row] ?? null],
  ]);
}

/** The samples that are shown, with their classes. */
export const sampleTable = (set: Pick<SetPreview, 'classNames' | 'samples'>): FigureTable =>
  figureTable(set.samples.length, [
    ['example', (row) => row + 1],
    ['label', (row) => classNameOf(set, set.samples[row]?.label ?? 0)],
  ]);
