import { createContext, useContext } from 'react';
import type { FigureStyle } from '#plots/figureStyle.ts';

/** How figures are drawn on the page. */
export const StyleContext = createContext<FigureStyle | null>(null);

/** The page's figure style; throws outside of a `StyleContext`. */
export function usePageStyle(): FigureStyle {
  const style = useContext(StyleContext);
  if (!style) throw new Error('No style is set.');
  return style;
}
