import type { FigureStyle } from './figureStyle.ts';
import { outcomeColor } from './outcomeColor.ts';
import { thinnedLayers } from './thinnedLayers.ts';

/** Walks to be drawn, [count, depth + 1] row by row; -Infinity from the layer of a death on. */
export interface WalkPaths {
  readonly values: Float32Array;
  readonly count: number;
  /** How many there will be: the more, the fainter each. */
  readonly expected: number;
  readonly depth: number;
}

/** Where layers and values are, px, both by linear scales, and how walks are drawn. */
export interface WalkPlace {
  readonly x: (layer: number) => number;
  readonly y: (lnZ: number) => number;
  readonly style: FigureStyle;
  /** Width of the plotting area, px: about one point a px is drawn. */
  readonly acrossPx: number;
}

export type Point = readonly [xPx: number, yPx: number];

/** What a walk's line is drawn with: a canvas, or a path of an SVG. */
export type Pen = Pick<CanvasPath, 'moveTo' | 'lineTo'>;

/** What is drawn of a walk besides its line. */
export interface WalkMark {
  readonly color: string;
  /** Where it dies; null when it lives. */
  readonly death: Point | null;
}

/** Draws the line of the walk of an index and says its other marks: the canvas paints them, an exported figure holds them as paths. */
export type WalkMarker = (index: number, pen: Pen) => WalkMark;

export const walkWidth = (style: FigureStyle) => 0.8 * style.strokeScale;
export const walkOpacity = (expected: number) => Math.max(0.25, Math.min(0.75, 7 / Math.sqrt(expected)));
export const deathOpacity = 0.8;
/** Half the side of the cross that marks a death, px. */
export const deathArm = (style: FigureStyle) => 3 * style.strokeScale;

/** Layers to join with lines: all, or about one a pixel; the layer of a death is found exactly for narrow drawings too. */
function selectLayers(row: Float32Array, thinned: number[]): number[] {
  const death = row.indexOf(Number.NEGATIVE_INFINITY);
  if (death < 0) return thinned;
  return [...thinned.filter((layer) => layer < death - 1), Math.max(0, death - 1), death];
}

/** The marker of some walks at a place. */
export function walkMarker(paths: WalkPaths, { x, y, style, acrossPx }: WalkPlace): WalkMarker {
  const color = outcomeColor(style.palette);
  const thinned = thinnedLayers(paths.depth, Math.max(40, acrossPx));
  const length = paths.depth + 1;
  // A million points are placed by a sum and a product each: a scale's own call takes longer than the drawing.
  const [left, top] = [x(0), y(0)];
  const [perLayer, perUnit] = [x(1) - left, y(1) - top];
  return (index, pen) => {
    const row = paths.values.subarray(index * length, (index + 1) * length);
    const ended = color(row[paths.depth] ?? 0);
    let isBegun = false;
    let [xPx, yPx] = [0, 0];
    for (const layer of selectLayers(row, thinned)) {
      const value = row[layer] ?? 0;
      if (value === Number.NEGATIVE_INFINITY) return { color: ended, death: [xPx, yPx] };
      if (!Number.isFinite(value)) continue;
      xPx = left + perLayer * layer;
      yPx = top + perUnit * value;
      if (isBegun) pen.lineTo(xPx, yPx);
      else pen.moveTo(xPx, yPx);
      isBegun = true;
    }
    return { color: ended, death: null };
  };
}
