import { axisBottom, axisLeft, line, select } from 'd3';
import { part, quietAxis } from './axes.ts';
import { numberText } from './numberText.ts';
import { joinPoints, type PointListener } from './pointFocus.ts';
import { drawSweepLabels } from './sweepLabels.ts';
import type { SweepPlotData, SweepScales } from './sweepPlotData.ts';
import { sweepScale, sweepTicks } from './sweepScale.ts';

export interface SweepPlot {
  draw(data: SweepPlotData): void;
}

type Svg = ReturnType<typeof select<SVGSVGElement, unknown>>;

const plain = (value: number) =>
  numberText(value, 6)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

function drawAxes(svg: Svg, { size, style, x: xAxis, y: yAxis }: SweepPlotData, { x, y }: SweepScales): void {
  const { widthPx, heightPx, left, right, top, bottom } = size;
  const across = widthPx - left - right;
  const sideways = part(svg, 'y').attr('transform', `translate(${left},0)`);
  sideways.call(
    axisLeft(y)
      .tickValues(sweepTicks(yAxis, Math.max(3, (heightPx - top - bottom) / (3 * style.fontPx))))
      .tickFormat((value) => (yAxis.tickText ?? plain)(Number(value)))
      .tickSize(-across)
      .tickPadding(6),
  );
  quietAxis(sideways, style);
  sideways.selectAll('line').attr('stroke-opacity', 0.55);
  sideways.select('.domain').remove();
  const below = part(svg, 'x').attr('transform', `translate(0,${heightPx - bottom})`);
  below.call(
    axisBottom(x)
      .tickValues(sweepTicks(xAxis, Math.max(3, across / (5 * style.fontPx))))
      .tickFormat((value) => (xAxis.tickText ?? plain)(Number(value)))
      .tickSize(4),
  );
  quietAxis(below, style);
}

function drawLevel(svg: Svg, { level, style, size }: SweepPlotData, { y }: SweepScales): void {
  part(svg, 'level')
    .selectAll('line')
    .data(level === null ? [] : [level])
    .join('line')
    .attr('x1', size.left)
    .attr('x2', size.widthPx - size.right)
    .attr('y1', y)
    .attr('y2', y)
    .attr('stroke', style.palette.soft)
    .attr('stroke-width', style.strokeScale);
}

function drawCurves(svg: Svg, { curves, style }: SweepPlotData, { x, y }: SweepScales): void {
  const path = line<readonly [number, number]>(
    ([at]) => x(at),
    ([, value]) => y(value),
  ).defined(([, value]) => Number.isFinite(value));
  part(svg, 'curves')
    .selectAll('path')
    .data(curves)
    .join('path')
    .attr('d', ({ points }) => path(points))
    .attr('fill', 'none')
    .attr('stroke', ({ tone }) => style.palette[tone])
    .attr('stroke-dasharray', ({ dash }) => (dash === '' ? null : dash))
    .attr('stroke-linejoin', 'round')
    .attr('stroke-width', ({ thickness = 1 }) => 1.5 * thickness * style.strokeScale);
}

function drawMarks(svg: Svg, { marks, style, size }: SweepPlotData, { x }: SweepScales): void {
  part(svg, 'marks')
    .selectAll('line')
    .data(marks)
    .join('line')
    .attr('x1', (mark) => x(mark.x))
    .attr('x2', (mark) => x(mark.x))
    .attr('y1', size.top)
    .attr('y2', size.heightPx - size.bottom)
    .attr('stroke', ({ tone }) => style.palette[tone])
    .attr('stroke-opacity', 0.7)
    .attr('stroke-dasharray', '1.5 3')
    .attr('stroke-width', style.strokeScale);
}

function drawDots(
  svg: Svg,
  { dots, style }: SweepPlotData,
  { x, y }: SweepScales,
  listen: PointListener,
): void {
  const { palette, strokeScale } = style;
  const anchors = joinPoints(part(svg, 'dots'), dots, listen);
  anchors
    .selectAll('line')
    .data((dot) => [dot])
    .join('line')
    .attr('x1', (dot) => x(dot.x))
    .attr('x2', (dot) => x(dot.x))
    .attr('y1', (dot) => y(dot.y - dot.error))
    .attr('y2', (dot) => y(dot.y + dot.error))
    .attr('stroke', ({ tone }) => palette[tone])
    .attr('stroke-width', 1.4 * strokeScale);
  anchors
    .selectAll('circle.dot')
    .data((dot) => [dot])
    .join('circle')
    .attr('class', 'dot')
    .attr('cx', (dot) => x(dot.x))
    .attr('cy', (dot) => y(dot.y))
    .attr('r', 3.4 * strokeScale)
    .attr('fill', ({ tone, isRing }) => (isRing ? palette.paper : palette[tone]))
    .attr('fill-opacity', ({ isUnfinished }) => (isUnfinished ? 0.45 : 1))
    .attr('stroke', ({ tone, isRing }) => (isRing ? palette[tone] : palette.paper))
    .attr('stroke-width', 1.2 * strokeScale);
  // A finger needs more than a dot to aim at.
  anchors
    .selectAll('circle.reach')
    .data((dot) => [dot])
    .join('circle')
    .attr('class', 'reach')
    .attr('cx', (dot) => x(dot.x))
    .attr('cy', (dot) => y(dot.y))
    .attr('r', 11)
    .attr('fill', 'transparent');
}

/** A sweep: theory's curves in ink, drawn first; measured points with their errors. The element is the caller's. */
export function createSweepPlot(element: SVGSVGElement, listen: PointListener): SweepPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { widthPx, heightPx, left, right, top, bottom } = data.size;
      const scales: SweepScales = {
        x: sweepScale(data.x, [left, widthPx - right]),
        y: sweepScale(data.y, [heightPx - bottom, top]),
      };
      svg.attr('viewBox', `0 0 ${widthPx} ${heightPx}`);
      drawAxes(svg, data, scales);
      drawLevel(svg, data, scales);
      drawMarks(svg, data, scales);
      drawCurves(svg, data, scales);
      drawSweepLabels(svg, data, scales);
      drawDots(svg, data, scales, listen);
    },
  };
}
