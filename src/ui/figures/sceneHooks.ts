import { type Context, createContext, type RefObject, useContext, useEffect, useRef } from 'react';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { usePageStyle } from '#ui/theme/StyleContext.ts';
import { type ElementSize, useElementSize } from './useElementSize.ts';

/** Draws a moment; true when it wants the next frame too. */
export type MomentDrawing<M> = (moment: M) => boolean;

/** What is drawn by one loop outside of React. */
export interface Scene<M> {
  /** Returns how to take the drawing out again. */
  add(draw: MomentDrawing<M>): () => void;
}

export interface SceneHooks<M> {
  /** The scene of a view's figures; null until they are mounted. */
  readonly SceneContext: Context<Scene<M> | null>;
  /** Draws in every frame of the scene. */
  useDrawing(draw: MomentDrawing<M>): void;
  /** Draws a plot that is made at first use, whenever the scene moves or the element's size or the style changes. */
  usePlot<P>(
    element: RefObject<Element | null>,
    create: () => P | null,
    draw: (plot: P, moment: M, size: ElementSize, style: FigureStyle) => boolean,
  ): void;
}

/** A context for the scene of one view, and the hooks of its figures. */
export function createSceneHooks<M>(): SceneHooks<M> {
  const SceneContext = createContext<Scene<M> | null>(null);
  return {
    SceneContext,
    useDrawing(draw) {
      const scene = useContext(SceneContext);
      useEffect(() => scene?.add(draw), [scene, draw]);
    },
    usePlot<P>(
      element: RefObject<Element | null>,
      create: () => P | null,
      draw: (plot: P, moment: M, size: ElementSize, style: FigureStyle) => boolean,
    ) {
      const scene = useContext(SceneContext);
      const size = useElementSize(element);
      const style = usePageStyle();
      const plot = useRef<P | null>(null);
      const latest = useRef({ create, draw });
      latest.current = { create, draw };
      useEffect(() => {
        if (size.widthPx === 0) return undefined;
        plot.current ??= latest.current.create();
        const made = plot.current;
        if (made === null) return undefined;
        return scene?.add((moment) => latest.current.draw(made, moment, size, style));
      }, [scene, size, style]);
    },
  };
}
