import { interpolateRgb } from 'd3';
import type { FigureStyle } from './figureStyle.ts';
import { openCanvas } from './openCanvas.ts';
import type { Palette } from './palette.ts';

export interface SurfacePlotData {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly style: FigureStyle;
  readonly surface: {
    readonly side: number;
    /** The part of the plane that it shows, and the points with it. */
    readonly plane: {
      readonly centre: readonly [x: number, y: number];
      readonly half: readonly [x: number, y: number];
    };
    readonly classes: Uint8Array;
    readonly probabilities: Float32Array;
  };
  /** Points with their true classes, [count, 2]. */
  readonly points: Float32Array;
  readonly labels: Uint8Array;
  /** Of a point, before lines are made thicker. */
  readonly radiusPx: number;
}

export interface SurfacePlot {
  draw(data: SurfacePlotData): void;
}

/** Colours of classes over a plane, in their order; those of more classes come again. */
export const classColors = ({
  vanished,
  exploded,
  measured,
  kept,
  ink,
  soft,
}: Palette): readonly string[] => [vanished, exploded, measured, ink, kept, soft];

/** The classes of a network over the plane, the surer the stronger, with the points it is asked about. The canvas is the caller's. */
export function createSurfacePlot(canvas: HTMLCanvasElement): SurfacePlot {
  const context = canvas.getContext('2d');
  return {
    draw({ widthPx, heightPx, style, surface, points, labels, radiusPx }) {
      if (!context) return;
      const { palette, strokeScale } = style;
      const colors = classColors(palette);
      const { centre, half } = surface.plane;
      openCanvas(canvas, context, { widthPx, heightPx });
      const size = Math.min(widthPx, heightPx);
      const left = (widthPx - size) / 2;
      const cell = size / surface.side;
      const mixes = colors.map((color) => interpolateRgb(palette.paper, color));
      for (let i = 0; i < surface.classes.length; i++) {
        const mix = mixes[(surface.classes[i] ?? 0) % colors.length];
        // Of three classes a third is what one knows without looking.
        context.fillStyle =
          mix?.(0.55 * Math.max(0, ((surface.probabilities[i] ?? 0) - 1 / 3) * 1.5)) ?? palette.paper;
        const [column, row] = [i % surface.side, Math.floor(i / surface.side)];
        context.fillRect(left + column * cell, row * cell, cell + 0.5, cell + 0.5);
      }
      for (let i = 0; i < labels.length; i++) {
        const px = left + (0.5 + ((points[2 * i] ?? 0) - centre[0]) / (2 * half[0])) * size;
        const py = (0.5 - ((points[2 * i + 1] ?? 0) - centre[1]) / (2 * half[1])) * size;
        context.beginPath();
        context.arc(px, py, radiusPx * strokeScale, 0, 2 * Math.PI);
        context.fillStyle = colors[(labels[i] ?? 0) % colors.length] ?? palette.ink;
        context.fill();
        context.strokeStyle = palette.paper;
        context.lineWidth = 0.7;
        context.stroke();
      }
    },
  };
}
