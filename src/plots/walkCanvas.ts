import type { ScaleLinear } from 'd3';
import type { FigureStyle } from './figureStyle.ts';
import { pixelRatio } from './openCanvas.ts';
import {
  deathArm,
  deathOpacity,
  type WalkMarker,
  type WalkPaths,
  walkMarker,
  walkOpacity,
  walkWidth,
} from './walkPaths.ts';

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
  style: FigureStyle,
  markAt: WalkMarker,
  index: number,
): void {
  context.beginPath();
  const { color, death } = markAt(index, context);
  context.strokeStyle = color;
  context.stroke();
  if (!death) return;
  const [x, y] = death;
  const arm = deathArm(style);
  context.save();
  context.globalAlpha = deathOpacity;
  context.strokeStyle = style.palette.ink;
  context.beginPath();
  context.moveTo(x - arm, y - arm);
  context.lineTo(x + arm, y + arm);
  context.moveTo(x - arm, y + arm);
  context.lineTo(x + arm, y - arm);
  context.stroke();
  context.restore();
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
      ratio = pixelRatio();
      const [width, height] = [Math.round(widthPx * ratio), Math.round(heightPx * ratio)];
      if (canvas.width === width && canvas.height === height) return;
      canvas.width = width;
      canvas.height = height;
      drawnKey = '';
    },
    draw(frame) {
      if (!context) return false;
      const { paths, style, key, x, y } = frame;
      const count = paths?.count ?? 0;
      if (key !== drawnKey || count < drawn) {
        clear(context, frame);
        drawn = 0;
        drawnKey = key;
      }
      if (!paths) return false;
      const [left = 0, right = 1] = x.range();
      const markAt = walkMarker(paths, { x, y, style, acrossPx: right - left });
      context.lineWidth = walkWidth(style);
      context.lineJoin = 'round';
      context.globalAlpha = walkOpacity(paths.expected);
      const start = performance.now();
      while (drawn < count && performance.now() - start < budgetMs) {
        drawWalk(context, style, markAt, drawn);
        drawn += 1;
      }
      return drawn < count;
    },
  };
}
