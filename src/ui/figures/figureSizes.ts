import type { FigureSize } from '#plots/figureSize.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import type { ElementSize } from './useElementSize.ts';

/** Margins in units of the axis type: the two figures above each other share left and right. */
const sides = (fontPx: number) => ({ left: Math.round(3.4 * fontPx), right: Math.round(3.9 * fontPx) });

/** Room for the layers' numbers and their title. */
const layersPx = (fontPx: number) => Math.round(2.9 * fontPx);

/** The walk; the layers' numbers stand under the variance, unless the walk is alone. */
export function walkSize(size: ElementSize, { fontPx }: FigureStyle, isAlone: boolean): FigureSize {
  const bottom = isAlone ? layersPx(fontPx) : 10;
  return { ...size, ...sides(fontPx), top: Math.round(2 * fontPx), bottom };
}

export function varianceSize(size: ElementSize, { fontPx }: FigureStyle): FigureSize {
  return { ...size, ...sides(fontPx), top: Math.round(1.7 * fontPx), bottom: layersPx(fontPx) };
}

/** The end: the walk's own top and bottom, so that both read off one axis. */
export function endSize(size: ElementSize, style: FigureStyle, isAlone: boolean): FigureSize {
  const { top, bottom } = walkSize(size, style, isAlone);
  return { ...size, left: 6, right: 8, top, bottom };
}
