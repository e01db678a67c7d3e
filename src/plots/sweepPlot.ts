import { select } from 'd3';
import { drawBottomAxis, drawLeftAxis } from './axes.ts';
import { hasPlace, pathThrough } from './curvePath.ts';
import { drawErrorBars } from './errorBars.ts';
import { type Frame, openFrame } from './frame.ts';
import { part, type Svg } from './part.ts';
import { joinPoints, type PointListener } from './pointFocus.ts';
import type { Place } from './scales.ts';
import { drawSweepLabels } from './sweepLabels.ts';
import { dotPx, type SweepDot, type SweepPlotData, type SweepScales } from './sweepPlotData.ts';
import { type SweepAxis, sweepScale, sweepTicks } from './sweepScale.ts';
import { tickText } from './ticks.ts';

export interface SweepPlot {
  draw(data: SweepPlotData): void;
}

/** Room of a tick in heights of the type: across, and up. */
const acrossPerTick = 5;
const highPerTick = 3;

const computeTicks = (axis: SweepAxis, most: number) => ({
  values: sweepTicks(axis, Math.max(3, most)),
  text: axis.tickText ?? tickText,
});

function drawAxes(svg: Svg, data: SweepPlotData, frame: Frame, { x, y }: SweepScales): void {
  const { style } = data;
  const { fontPx } = style;
  drawLeftAxis(svg, frame, y, style, computeTicks(data.y, frame.highPx / (highPerTick * fontPx)));
  drawBottomAxis(svg, frame, x, style, computeTicks(data.x, frame.acrossPx / (acrossPerTick * fontPx)));
}

function drawLevel(svg: Svg, { level, style }: SweepPlotData, frame: Frame, { y }: Place): void {
  part(svg, 'level')
    .selectAll('line')
    .data(level !== null && Number.isFinite(level) ? [level] : [])
    .join('line')
    .attr('x1', frame.left)
    .attr('x2', frame.right)
    .attr('y1', y)
    .attr('y2', y)
    .attr('stroke', style.palette.soft)
    .attr('stroke-width', style.strokeScale);
}

function drawCurves(svg: Svg, { curves, style }: SweepPlotData, place: Place): void {
  part(svg, 'curves')
    .selectAll('path')
    .data(curves)
    .join('path')
    .attr('d', ({ points }) => pathThrough(points, place))
    .attr('fill', 'none')
    .attr('stroke', ({ tone }) => style.palette[tone])
    .attr('stroke-dasharray', ({ dash }) => (dash === '' ? null : dash))
    .attr('stroke-linejoin', 'round')
    .attr('stroke-width', ({ thickness = 1 }) => 1.5 * thickness * style.strokeScale);
}

function drawMarks(svg: Svg, { marks, style }: SweepPlotData, frame: Frame, { x }: Place): void {
  part(svg, 'marks')
    .selectAll('line')
    .data(marks.filter((mark) => Number.isFinite(x(mark.x))))
    .join('line')
    .attr('x1', (mark) => x(mark.x))
    .attr('x2', (mark) => x(mark.x))
    .attr('y1', frame.top)
    .attr('y2', frame.bottom)
    .attr('stroke', ({ tone }) => style.palette[tone])
    .attr('stroke-opacity', 0.7)
    .attr('stroke-dasharray', '1.5 3')
    .attr('stroke-width', style.strokeScale);
}

function drawDots(svg: Svg, { dots, style }: SweepPlotData, place: Place, listen: PointListener): void {
  const { palette, strokeScale } = style;
  const { x, y } = place;
  const shown = dots.filter((dot) => hasPlace([dot.x, dot.y]));
  const anchors = joinPoints(part(svg, 'dots'), shown, listen);
  const bars = anchors
    .selectAll<SVGLineElement, SweepDot>('line')
    .data((dot) => [dot])
    .join('line');
  drawErrorBars(
    bars,
    (dot) => dot,
    ({ tone }) => palette[tone],
    place,
    style,
  );
  anchors
    .selectAll('circle.dot')
    .data((dot) => [dot])
    .join('circle')
    .attr('class', 'dot')
    .attr('cx', (dot) => x(dot.x))
    .attr('cy', (dot) => y(dot.y))
    .attr('r', dotPx(style))
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
      const frame = openFrame(svg, data.size);
      const scales: SweepScales = {
        x: sweepScale(data.x, [frame.left, frame.right]),
        y: sweepScale(data.y, [frame.bottom, frame.top]),
      };
      drawAxes(svg, data, frame, scales);
      drawLevel(svg, data, frame, scales);
      drawMarks(svg, data, frame, scales);
      drawCurves(svg, data, scales);
      drawSweepLabels(svg, data, frame, scales);
      drawDots(svg, data, scales, listen);
    },
  };
}
