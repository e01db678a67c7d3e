import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import type { FigurePoint } from './pointFocus.ts';

/** A cell of a map: theory is its field, the measurement a plate within it, on one scale of shades. */
export interface MapCell extends FigurePoint {
  /** Its column and row: one of the map's `xs` and `ys`. */
  readonly x: number;
  readonly y: number;
  /** Theory's shade, 0..1; null where there is no theory. */
  readonly field: number | null;
  /** The measurement's shade, 0..1; null while there is none. */
  readonly plate: number | null;
  readonly text: string;
}

/** A line over the map, from theory. */
export interface MapLine {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly label: string;
  readonly dash: string;
}

export interface MapPlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  /** Values of the columns and rows, rising, equally far apart in their logarithms or nearly so. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly MapCell[];
  readonly lines: readonly MapLine[];
  readonly labels: {
    readonly title: string;
    readonly xTitle: string;
    readonly yTitle: string;
    /** What the lightest and the darkest shade mean. */
    readonly light: string;
    readonly dark: string;
  };
}
