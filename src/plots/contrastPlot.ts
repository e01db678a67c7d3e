import { select } from 'd3';
import { drawBottomAxis, drawLeftAxis } from './axes.ts';
import { type DataPoint, layerPoints, pathThrough } from './curvePath.ts';
import type { Domain } from './domain.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawTitles, openFrame } from './frame.ts';
import { logScale, logTicks } from './logAxis.ts';
import { superscript } from './numberText.ts';
import { part } from './part.ts';
import { spacedLayers } from './spacedLayers.ts';
import { tickText } from './ticks.ts';
import {
  drawMeasuredVariance,
  drawVarianceKey,
  type MeasuredVariance,
  measuredPoints,
} from './varianceMarks.ts';

/** A million and more as a power of ten, where it is one. */
function powerText(value: number): string {
  const power = Math.round(Math.log10(value));
  return power > 5 && value === Number(`1e${power}`) ? `10${superscript(power)}` : tickText(value);
}

/** Var ln Z of one matrix in every layer, or of new ones, and what it is set against. */
export interface ContrastPlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  readonly depth: number;
  /** Of Var ln Z, above zero. */
  readonly domain: Domain;
  /** Var ln Z of new matrices, [depth + 1]; null where no formula is known. */
  readonly fresh: ArrayLike<number> | null;
  /** c of a line c k^2; null for none. */
  readonly square: number | null;
  readonly measured: MeasuredVariance | null;
  /** Of the walks beneath; null where there are none. */
  readonly beneath: MeasuredVariance | null;
  readonly labels: {
    readonly yTitle: string;
    readonly xTitle: string;
    readonly fresh: string;
    readonly square: string;
    readonly measured: string;
    readonly beneath: string;
  };
}

export interface ContrastPlot {
  draw(data: ContrastPlotData): void;
}

/** Var ln Z against depth on logarithmic axes, where k and k^2 are two straight lines. The element is the caller's, and may be that of a variance plot. */
export function createContrastPlot(element: SVGSVGElement): ContrastPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { size, style, depth, domain, fresh, square, labels } = data;
      const frame = openFrame(svg, size);
      const x = logScale([1, depth], [frame.left, frame.right]);
      const y = logScale(domain, [frame.bottom, frame.top]);
      drawLeftAxis(svg, frame, y, style, { values: logTicks(domain, size.heightPx / 30), text: powerText });
      drawBottomAxis(svg, frame, x, style, { values: logTicks([1, depth], 9) });
      const layers = spacedLayers(depth, 200);
      const squares = square === null ? [] : layers.map((k): DataPoint => [k, square * k * k]);
      // Below its floor a logarithmic axis would bend them.
      const inside = squares.filter(([, value]) => value >= domain[0]);
      const curves = [
        { points: fresh ? layerPoints(fresh, layers) : [], dashes: 'none' },
        { points: inside, dashes: '6 5' },
      ];
      part(svg, 'theory')
        .selectAll('path')
        .data(curves.filter(({ points }) => points.length > 0))
        .join('path')
        .attr('d', ({ points }) => pathThrough(points, { x, y }))
        .attr('fill', 'none')
        .attr('stroke', style.palette.ink)
        .attr('stroke-dasharray', ({ dashes }) => dashes)
        .attr('stroke-width', 1.5 * style.strokeScale);
      const marked = spacedLayers(depth, measuredPoints);
      const quiet = { ...style, palette: { ...style.palette, measured: style.palette.soft } };
      drawMeasuredVariance(part(svg, 'beneath'), { measured: data.beneath, style: quiet }, marked, { x, y });
      drawMeasuredVariance(svg, data, marked, { x, y });
      const lines = [labels.fresh, labels.square].filter((label) => label !== '');
      drawVarianceKey(svg, lines, labels.measured, style, frame, data.beneath ? [labels.beneath] : []);
      drawTitles(svg, frame, style, labels);
    },
  };
}
