import type { FigureStyle } from './figureStyle.ts';

/** A figure's outer size and the margins around its plotting area, in CSS px. */
export interface FigureSize {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Margins in heights of the type: what stands in them is type. */
export type Margins = Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;

/** A figure of an outer size, with its margins in whole px. */
export function figureSize(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  { fontPx }: FigureStyle,
  { top, right, bottom, left }: Margins,
): FigureSize {
  const px = (margin: number) => Math.round(margin * fontPx);
  return { widthPx, heightPx, top: px(top), right: px(right), bottom: px(bottom), left: px(left) };
}
