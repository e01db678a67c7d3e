/** A figure's outer size and the margins around its plotting area, in CSS px. */
export interface FigureSize {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}
