import type { ScaleLinear } from 'd3';
import { fateColor } from './fateColor.ts';
import type { FigureStyle } from './figureStyle.ts';
import { thinnedLayers } from './thinnedLayers.ts';

/** Walks to be drawn, [count, depth + 1] row by row; -Infinity from the layer of a death on. */
export interface WalkPaths {
  readonly values: Float32Array;
  readonly count: number;
  /** How many there will be: the more, the fainter each. */
  readonly expected: number;
  readonly depth: number;
}

export interface WalkCanvasFrame {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly style: FigureStyle;
  readonly paths: WalkPaths | null;
  /** Changes whenever what is already drawn must be drawn anew. */
  readonly key: string;
}

/** Draws walks as thin translucent lines, new ones on top of those that are there. */
export interface WalkCanvas {
  resize(widthPx: number, heightPx: number): void;
  /** Draws as many walks as fit into a few milliseconds; returns true when some are left. */
  draw(frame: WalkCanvasFrame): boolean;
}

const budgetMs = 9;

function drawWalk(
  context: CanvasRenderingContext2D,
  frame: WalkCanvasFrame,
  row: Float32Array,
  layers: number[],
): void {
  const { x, y, style } = frame;
  let lastX = 0;
  let lastY = 0;
  let dies = false;
  context.beginPath();
  for (const layer of layers) {
    const value = row[layer] ?? 0;
    dies = value === Number.NEGATIVE_INFINITY;
    if (dies) break;
    lastX = x(layer);
    lastY = y(value);
    if (layer === 0) context.moveTo(lastX, lastY);
    else context.lineTo(lastX, lastY);
  }
  context.stroke();
  if (!dies) return;
  const arm = 3 * style.strokeScale;
  context.save();
  context.globalAlpha = 0.8;
  context.strokeStyle = style.palette.ink;
  context.beginPath();
  context.moveTo(lastX - arm, lastY - arm);
  context.lineTo(lastX + arm, lastY + arm);
  context.moveTo(lastX - arm, lastY + arm);
  context.lineTo(lastX + arm, lastY - arm);
  context.stroke();
  context.restore();
}

/** Layers to join with lines: all, or about one a pixel; the layer of a death is found exactly for narrow drawings too. */
function layersOf(row: Float32Array, thinned: number[]): number[] {
  const death = row.indexOf(Number.NEGATIVE_INFINITY);
  if (death < 0) return thinned;
  return [...thinned.filter((layer) => layer < death - 1), Math.max(0, death - 1), death];
}

export function createWalkCanvas(canvas: HTMLCanvasElement): WalkCanvas {
  const context = canvas.getContext('2d');
  let drawn = 0;
  let drawnKey = '';
  let ratio = 1;

  function clear(on: CanvasRenderingContext2D, { x, y }: WalkCanvasFrame): void {
    // Setting the size resets the whole state, the clip of the drawing before included.
    canvas.width = canvas.width + 0;
    const [left = 0, right = 0] = x.range();
    const [bottom = 0, top = 0] = y.range();
    on.setTransform(ratio, 0, 0, ratio, 0, 0);
    on.beginPath();
    on.rect(left, top, right - left, bottom - top);
    on.clip();
  }

  return {
    resize(widthPx, heightPx) {
      ratio = Math.min(3, globalThis.devicePixelRatio || 1);
      const [width, height] = [Math.round(widthPx * ratio), Math.round(heightPx * ratio)];
      if (canvas.width === width && canvas.height === height) return;
      canvas.width = width;
      canvas.height = height;
      drawnKey = '';
    },
    draw(frame) {
      if (!context) return false;
      const { paths, style, key, x } = frame;
      const count = paths?.count ?? 0;
      if (key !== drawnKey || count < drawn) {
        clear(context, frame);
        drawn = 0;
        drawnKey = key;
      }
      if (!paths) return false;
      const color = fateColor(style.palette);
      const [left = 0, right = 1] = x.range();
      const thinned = thinnedLayers(paths.depth, Math.max(40, right - left));
      context.lineWidth = 0.8 * style.strokeScale;
      context.lineJoin = 'round';
      context.globalAlpha = Math.max(0.25, Math.min(0.75, 7 / Math.sqrt(paths.expected)));
      const start = performance.now();
      while (drawn < count && performance.now() - start < budgetMs) {
        const length = paths.depth + 1;
        const row = paths.values.subarray(drawn * length, (drawn + 1) * length);
        context.strokeStyle = color(row[paths.depth] ?? 0);
        drawWalk(context, frame, row, layersOf(row, thinned));
        drawn += 1;
      }
      return drawn < count;
    },
  };
}
