import { select } from 'd3';
import { drawBottomAxis, drawLeftAxis } from './axes.ts';
import { bandAround, pathThrough } from './curvePath.ts';
import type { Domain } from './domain.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawTitles, type Frame, openFrame } from './frame.ts';
import { drawLabels, type Label } from './labels.ts';
import { part, type Svg } from './part.ts';
import { placeLabels } from './placeLabels.ts';
import { linearScale, type Place } from './scales.ts';

/** A measured series: its mean, and a band of one standard deviation to both sides. */
export interface MeasuredSeries {
  readonly label: string;
  readonly color: string;
  readonly points: readonly (readonly [x: number, mean: number, deviation: number])[];
}

/** A line of theory. */
export interface TheoryLine {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface SeriesPlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  readonly xDomain: Domain;
  readonly yDomain: Domain;
  readonly measured: readonly MeasuredSeries[];
  readonly theory: readonly TheoryLine[];
  readonly labels: { readonly title: string; readonly xTitle: string };
}

export interface SeriesPlot {
  draw(data: SeriesPlotData): void;
}

function drawMeasured(svg: Svg, { measured, style }: SeriesPlotData, place: Place): void {
  part(svg, 'bands')
    .selectAll('path')
    .data(measured)
    .join('path')
    .attr('d', ({ points }) => bandAround(points, place))
    .attr('fill', ({ color }) => color)
    .attr('fill-opacity', 0.18);
  part(svg, 'means')
    .selectAll('path')
    .data(measured)
    .join('path')
    .attr('d', ({ points }) => pathThrough(points, place))
    .attr('fill', 'none')
    .attr('stroke', ({ color }) => color)
    .attr('stroke-width', 2 * style.strokeScale);
}

function drawTheory(svg: Svg, { theory, style }: SeriesPlotData, place: Place): void {
  part(svg, 'theory')
    .selectAll('path')
    .data(theory)
    .join('path')
    .attr('d', ({ points }) => pathThrough(points, place))
    .attr('fill', 'none')
    .attr('stroke', style.palette.ink)
    .attr('stroke-width', style.strokeScale);
}

/** Names at the ends of the lines, beside the plotting area. */
function endLabels({ measured, theory, style }: SeriesPlotData, frame: Frame, { y }: Place): Label[] {
  const { fontPx, palette } = style;
  const lines = [...measured, ...theory.map(({ label, points }) => ({ label, points, color: palette.ink }))];
  const wanted = lines.flatMap(({ label, color, points }): Label[] => {
    const last = points.findLast((point) => Number.isFinite(point[1]));
    const x = frame.right + 6;
    return last
      ? [{ text: label, x, y: y(last[1]) + 0.35 * fontPx, anchor: 'start', color, isStrong: true }]
      : [];
  });
  const room = { fontPx, top: frame.top - fontPx, bottom: frame.heightPx, reach: lines.length * 1.5 };
  return placeLabels(wanted, room);
}

/** Measured series with their spread over lines of theory, labelled at their ends. The element is the caller's. */
export function createSeriesPlot(element: SVGSVGElement): SeriesPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { size, style, xDomain, yDomain, labels } = data;
      const frame = openFrame(svg, size);
      const x = linearScale(xDomain, [frame.left, frame.right]).clamp(true);
      const y = linearScale(yDomain, [frame.bottom, frame.top]).clamp(true);
      drawLeftAxis(svg, frame, y, style, 4);
      drawBottomAxis(svg, frame, x, style, { values: x.ticks(6).filter(Number.isInteger) });
      drawMeasured(svg, data, { x, y });
      drawTheory(svg, data, { x, y });
      drawLabels(svg, 'labels', endLabels(data, frame, { x, y }), style);
      drawTitles(svg, frame, style, labels);
    },
  };
}
