import { createContext, type RefObject, useContext, useEffect, useRef } from 'react';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { type ElementSize, useElementSize } from '#ui/figures/useElementSize.ts';
import { usePageStyle } from '#ui/theme/StyleContext.ts';
import type { SweepDrawing, SweepMoment, SweepScene } from './sweepScene.ts';

/** The scene of the figures of the scale view; null until they are mounted. */
export const SweepSceneContext = createContext<SweepScene | null>(null);

/** Draws in every frame of the scene, outside of React's rendering. */
export function useSweepDrawing(draw: SweepDrawing): void {
  const scene = useContext(SweepSceneContext);
  useEffect(() => scene?.add(draw), [scene, draw]);
}

/** Draws a plot that is made at first use, whenever the sweep moves or the element's size or the style changes. */
export function useSweepPlot<P>(
  element: RefObject<SVGSVGElement | null>,
  create: (element: SVGSVGElement) => P,
  draw: (plot: P, moment: SweepMoment, size: ElementSize, style: FigureStyle) => void,
): void {
  const scene = useContext(SweepSceneContext);
  const size = useElementSize(element);
  const style = usePageStyle();
  const plot = useRef<P | null>(null);
  const latest = useRef({ create, draw });
  latest.current = { create, draw };
  useEffect(() => {
    if (size.widthPx === 0 || !element.current) return undefined;
    plot.current ??= latest.current.create(element.current);
    const made = plot.current;
    return scene?.add((moment) => latest.current.draw(made, moment, size, style));
  }, [scene, size, style, element]);
}
