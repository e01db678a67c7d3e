import { createContext, type RefObject, useContext, useEffect, useRef } from 'react';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { type ElementSize, useElementSize } from '#ui/figures/useElementSize.ts';
import { usePageStyle } from '#ui/theme/StyleContext.ts';
import type { MomentDrawing, TrainMoment, TrainScene } from './trainScene.ts';

/** The scene of the figures of the train view; null until they are mounted. */
export const TrainSceneContext = createContext<TrainScene | null>(null);

/** Draws in every frame of the scene, outside of React's rendering. */
export function useTrainDrawing(draw: MomentDrawing): void {
  const scene = useContext(TrainSceneContext);
  useEffect(() => scene?.add(draw), [scene, draw]);
}

/** Draws a plot that is made at first use, whenever the scene moves or the element's size or the style changes. */
export function useTrainPlot<P>(
  element: RefObject<Element | null>,
  create: () => P | null,
  draw: (plot: P, moment: TrainMoment, size: ElementSize, style: FigureStyle) => boolean,
): void {
  const scene = useContext(TrainSceneContext);
  const size = useElementSize(element);
  const style = usePageStyle();
  const plot = useRef<P | null>(null);
  const latest = useRef({ create, draw });
  latest.current = { create, draw };
  useEffect(() => {
    if (size.widthPx === 0) return undefined;
    plot.current ??= latest.current.create();
    const made = plot.current;
    return made === null ? undefined : scene?.add((moment) => latest.current.draw(made, moment, size, style));
  }, [scene, size, style]);
}
