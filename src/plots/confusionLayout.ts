import type { ConfusionPlotData } from './confusionPlotData.ts';
import type { FigureSize } from './figureSize.ts';
import { computeFrame, type Frame } from './frame.ts';
import { textPx } from './labels.ts';
import { mostSigns, type StaggeredName, staggered } from './staggered.ts';

/** Where the parts of a confusion of classes stand, px. */
export interface ConfusionLayout {
  readonly size: FigureSize;
  readonly frame: Frame;
  /** Of a cell. */
  readonly acrossPx: number;
  readonly highPx: number;
  readonly rows: readonly StaggeredName[];
  readonly columns: readonly StaggeredName[];
  /** Width of the longest name. */
  readonly namePx: number;
  /** Bars beside the rows. */
  readonly margin: Pick<ConfusionLayout, 'frame' | 'highPx'> & {
    readonly left: number;
    readonly barPx: number;
  };
}

/** Bars of a hundred per cent, in heights of the type. */
const barEm = 3.2;
/** Numbers beside them. */
const shareEm = 4.2;

/** Names that stand by turns on two levels take twice the room of one. */
const levelsOf = (names: readonly StaggeredName[]) => 1 + Math.max(0, ...names.map(({ level }) => level));

/** The places of everything in a figure of so many classes and this size. */
export function confusionLayout({ widthPx, heightPx, style, names }: ConfusionPlotData): ConfusionLayout {
  const { fontPx } = style;
  const classes = Math.max(1, names.length);
  const longest = Math.min(mostSigns, Math.max(1, ...names.map(({ length }) => length)));
  const namePx = textPx('m'.repeat(longest), fontPx);
  const top = Math.round(1.6 * fontPx);
  // Columns first on one level: whether they need two follows from the width, which follows from the rows.
  const highOf = (levels: number) => (heightPx - top - (1.3 + 1.15 * levels + 0.9) * fontPx) / classes;
  const rows = staggered(names, 1.05 * fontPx, highOf(1));
  const isShareWritten = highOf(1) > 1.1 * fontPx;
  const left = Math.round(6 + levelsOf(rows) * (namePx + 6));
  const right = Math.round((barEm + (isShareWritten ? shareEm : 0.4)) * fontPx) + 10;
  const columns = staggered(names, namePx + 0.5 * fontPx, (widthPx - left - right) / classes);
  const bottom = Math.round((1.3 + 1.15 * levelsOf(columns)) * fontPx);
  const size = { widthPx, heightPx, top, right, bottom, left };
  const frame = computeFrame(size);
  const highPx = frame.highPx / classes;
  return {
    size,
    frame,
    acrossPx: frame.acrossPx / classes,
    highPx,
    rows,
    columns,
    namePx,
    margin: { frame, highPx, left: frame.right + 10, barPx: barEm * fontPx },
  };
}
