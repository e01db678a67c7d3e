import type { Palette } from './palette.ts';

/** How figures are drawn in the theme at hand. */
export interface FigureStyle {
  readonly palette: Palette;
  /** Size of axis numbers and labels, px; at least 12. */
  readonly fontPx: number;
  /** Line widths are multiplied by this: 1, or more for a projector. */
  readonly strokeScale: number;
  readonly reducedMotion: boolean;
}
