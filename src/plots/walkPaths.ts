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

/** Where layers and values are, px, and how walks are drawn. */
export interface WalkPlace {
  readonly x: (layer: number) => number;
  readonly y: (lnZ: number) => number;
  readonly style: FigureStyle;
  /** Width of the plotting area, px: about one point a px is drawn. */
  readonly acrossPx: number;
}

export type Point = readonly [xPx: number, yPx: number];

/** One walk as marks. */
export interface WalkMark {
  readonly points: readonly Point[];
  readonly color: string;
  /** Where it dies; null when it lives. */
  readonly death: Point | null;
}

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

/** Makes the marks of the walk of an index: the canvas paints them, an exported figure holds them as paths. */
export function walkMarker(
  paths: WalkPaths,
  { x, y, style, acrossPx }: WalkPlace,
): (index: number) => WalkMark {
  const color = outcomeColor(style.palette);
  const thinned = thinnedLayers(paths.depth, Math.max(40, acrossPx));
  const length = paths.depth + 1;
  return (index) => {
    const row = paths.values.subarray(index * length, (index + 1) * length);
    const points: Point[] = [];
    let death: Point | null = null;
    for (const layer of selectLayers(row, thinned)) {
      const value = row[layer] ?? 0;
      if (value === Number.NEGATIVE_INFINITY) {
        death = points.at(-1) ?? [0, 0];
        break;
      }
      if (Number.isFinite(value)) points.push([x(layer), y(value)]);
    }
    return { points, color: color(row[paths.depth] ?? 0), death };
  };
}
