import { select } from 'd3';
import { drawLayerAxis, drawLeftAxis } from './axes.ts';
import { layerPoints, pathThrough } from './curvePath.ts';
import type { Domain } from './domain.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawTitles, openFrame } from './frame.ts';
import { part, type Svg } from './part.ts';
import { linearScale, type Place } from './scales.ts';
import { thinnedLayers } from './thinnedLayers.ts';
import {
  drawMeasuredVariance,
  drawVarianceKey,
  type MeasuredVariance,
  measuredPoints,
} from './varianceMarks.ts';

export interface VariancePlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  readonly depth: number;
  /** Where the axis of layers ends: here, or farther where deeper walks stand beside. */
  readonly axisDepth: number;
  readonly domain: Domain;
  /** Theory's Var ln Z, [depth + 1]; null where none is known. */
  readonly theory: ArrayLike<number> | null;
  readonly measured: MeasuredVariance | null;
  /** Draws what a part of its own adds, once for every drawing. */
  readonly drawBeside: ((svg: Svg, place: Place) => void) | null;
  readonly labels: {
    readonly yTitle: string;
    readonly xTitle: string;
    readonly theory: string;
    readonly slope: string;
  };
}

export interface VariancePlot {
  draw(data: VariancePlotData): void;
}

/** Var ln Z against depth: measured points with error bars, theory's line. The element is the caller's. */
export function createVariancePlot(element: SVGSVGElement): VariancePlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { size, style, depth, axisDepth, domain, theory, labels } = data;
      const frame = openFrame(svg, size);
      const x = linearScale([0, axisDepth], [frame.left, frame.right]);
      const y = linearScale(domain, [frame.bottom, frame.top]).clamp(true);
      drawLeftAxis(svg, frame, y, style, size.heightPx / 45);
      drawLayerAxis(svg, frame, x, style, true);
      part(svg, 'theory')
        .selectAll('path')
        .data(theory ? [layerPoints(theory, thinnedLayers(depth, 200))] : [])
        .join('path')
        .attr('d', (points) => pathThrough(points, { x, y }))
        .attr('fill', 'none')
        .attr('stroke', style.palette.ink)
        .attr('stroke-dasharray', 'none')
        .attr('stroke-width', 1.5 * style.strokeScale);
      drawMeasuredVariance(svg, data, thinnedLayers(depth, measuredPoints), { x, y });
      data.drawBeside?.(svg, { x, y });
      drawVarianceKey(svg, [labels.theory], labels.slope, style, frame);
      drawTitles(svg, frame, style, labels);
    },
  };
}
