import type { FigureStyle } from './figureStyle.ts';
import type { FigurePoint } from './pointFocus.ts';

/** Samples of a class (row) that got an answer (column). */
export interface ConfusionPlotCell extends FigurePoint {
  readonly truth: number;
  readonly answer: number;
  /** Share of the class' samples, 0..1. */
  readonly share: number;
  /** Their number, written where it has room. */
  readonly text: string;
}

export interface ConfusionPlotData {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly style: FigureStyle;
  /** What the classes are called, in their order. */
  readonly names: readonly string[];
  /** Cells that have samples. */
  readonly cells: readonly ConfusionPlotCell[];
  /** Share of each class that is right; null where none was asked. */
  readonly right: readonly (number | null)[];
  readonly labels: {
    readonly truth: string;
    readonly answer: string;
    readonly right: string;
    /** A share right, in words. */
    readonly share: (share: number) => string;
  };
}
