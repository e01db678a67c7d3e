import { select } from 'd3';
import { drawFactorAxis, drawLayerAxis, drawLeftAxis } from './axes.ts';
import { factorTicks } from './factorTicks.ts';
import { drawTitles, openFrame } from './frame.ts';
import { linearScale } from './scales.ts';
import { createWalkCanvas, type WalkCanvasFrame } from './walkCanvas.ts';
import { drawWalkCurves, walkCurves } from './walkCurves.ts';
import { drawWalkLabels } from './walkLabels.ts';
import type { WalkPlotData } from './walkPlotData.ts';

export interface WalkPlot {
  /** Draws; true when walks are left to be drawn in the next frame. */
  draw(data: WalkPlotData): boolean;
  /** What was last drawn on the canvas, to be drawn again elsewhere; null before the first drawing. */
  drawn(): WalkCanvasFrame | null;
}

/** Height of a number of the factor axis with the space to the next, in lines of type. */
const linesPerFactor = 4;

/** The walk: single walks on a canvas under means, envelope and axes in SVG. Elements are the caller's. */
export function createWalkPlot(canvasElement: HTMLCanvasElement, svgElement: SVGSVGElement): WalkPlot {
  const canvas = createWalkCanvas(canvasElement);
  const svg = select<SVGSVGElement, unknown>(svgElement);
  let drawn: WalkCanvasFrame | null = null;
  return {
    drawn: () => drawn,
    draw(data) {
      const { size, style, axisDepth, paths, runKey, labels } = data;
      const { widthPx, heightPx } = size;
      const frame = openFrame(svg, size);
      const x = linearScale([0, axisDepth], [frame.left, frame.right]);
      const y = linearScale(data.domain, [frame.bottom, frame.top]);
      const [low = 0, high = 1] = y.domain();
      drawLeftAxis(svg, frame, y, style, heightPx / 55);
      const factors = factorTicks([low, high], heightPx / (linesPerFactor * style.fontPx));
      drawFactorAxis(svg, frame, y, style, factors);
      drawLayerAxis(svg, frame, x, style, labels.xTitle !== '');
      data.drawBeside?.(svg, frame, { x, y });
      const curves = walkCurves(data);
      drawWalkCurves(svg, curves, data, { x, y });
      drawWalkLabels(svg, curves, data, frame, { x, y });
      drawTitles(svg, frame, style, {
        yTitle: labels.yTitle,
        rightTitle: labels.factorTitle,
        xTitle: labels.xTitle,
      });
      canvas.resize(widthPx, heightPx);
      const key = [
        runKey,
        widthPx,
        heightPx,
        axisDepth,
        low,
        high,
        style.palette.paper,
        style.strokeScale,
      ].join();
      drawn = { x, y, style, paths, key };
      return canvas.draw(drawn);
    },
  };
}
