import { type FigureSize, figureSize } from '#plots/figureSize.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import type { ElementSize } from './useElementSize.ts';

/** The two figures above each other share left and right; below is room for the layers' numbers and their title. */
const walkMargins = { left: 3.4, right: 3.9, top: 2, bottom: 2.9 };
const varianceMargins = { ...walkMargins, top: 1.7 };

/** Room under a walk whose layers' numbers stand under the variance, px. */
const bottomPx = 10;
/** Sides of the end, which has no numbers of its own, px. */
const endSides = { left: 6, right: 8 };

/** The walk; the layers' numbers stand under the variance, unless the walk is alone. */
export function walkSize(size: ElementSize, style: FigureStyle, isAlone: boolean): FigureSize {
  const framed = figureSize(size, style, walkMargins);
  return isAlone ? framed : { ...framed, bottom: bottomPx };
}

export function varianceSize(size: ElementSize, style: FigureStyle): FigureSize {
  return figureSize(size, style, varianceMargins);
}

/** The end: the walk's own top and bottom, so that both read off one axis. */
export function endSize(size: ElementSize, style: FigureStyle, isAlone: boolean): FigureSize {
  return { ...walkSize(size, style, isAlone), ...endSides };
}
