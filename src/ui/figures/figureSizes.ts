import type { FigureSize } from '#plots/figureSize.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import type { ElementSize } from './useElementSize.ts';

/** Margins in units of the axis type: the two figures above each other share left and right. */
const sides = (fontPx: number) => ({ left: Math.round(3.4 * fontPx), right: Math.round(3.9 * fontPx) });

/** The walk: no layer numbers, they stand under the variance. */
export function walkSize(size: ElementSize, { fontPx }: FigureStyle): FigureSize {
  return { ...size, ...sides(fontPx), top: Math.round(2 * fontPx), bottom: 10 };
}

export function varianceSize(size: ElementSize, { fontPx }: FigureStyle): FigureSize {
  return { ...size, ...sides(fontPx), top: Math.round(1.7 * fontPx), bottom: Math.round(2.9 * fontPx) };
}

/** The end: the walk's own top and bottom, so that both read off one axis. */
export function endSize(size: ElementSize, style: FigureStyle): FigureSize {
  const { top, bottom } = walkSize(size, style);
  return { ...size, left: 6, right: 8, top, bottom };
}
