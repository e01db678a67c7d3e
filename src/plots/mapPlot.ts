import { select } from 'd3';
import { drawBottomAxis, drawLeftAxis } from './axes.ts';
import { pathThrough } from './curvePath.ts';
import { drawTitles, type Frame, openFrame } from './frame.ts';
import { drawLabels, type Label, textPx } from './labels.ts';
import { logScale } from './logAxis.ts';
import { cellEdges, drawCells, drawFields, drawValues, shade } from './mapCells.ts';
import type { MapPlotData } from './mapPlotData.ts';
import { part, type Svg } from './part.ts';
import { placeLabels } from './placeLabels.ts';
import type { PointListener } from './pointFocus.ts';
import type { Place } from './scales.ts';
import { tickText } from './ticks.ts';

export interface MapPlot {
  draw(data: MapPlotData): void;
}

function drawLines(svg: Svg, { lines, style }: MapPlotData, place: Place): void {
  // A line of ink on shades of ink needs paper around it.
  const strokes = lines.flatMap((one) => [
    { ...one, color: style.palette.paper, width: 3.6, dash: '' },
    { ...one, color: style.palette.ink, width: 1.3 },
  ]);
  part(svg, 'lines')
    .attr('pointer-events', 'none')
    .selectAll('path')
    .data(strokes)
    .join('path')
    .attr('d', ({ points }) => pathThrough(points, place))
    .attr('fill', 'none')
    .attr('stroke', ({ color }) => color)
    .attr('stroke-opacity', ({ width }) => (width > 2 ? 0.75 : 1))
    .attr('stroke-dasharray', ({ dash }) => (dash === '' ? null : dash))
    .attr('stroke-width', ({ width }) => width * style.strokeScale);
}

/** The lines' names at their ends, over the plotting area or beside it. */
function lineLabels({ lines, style }: MapPlotData, frame: Frame, { x, y }: Place): Label[] {
  const { fontPx, palette } = style;
  const wanted = lines.map(({ points, label }): Label => {
    const [at, up] = points.at(-1) ?? [1, 1];
    const isTop = y(up) <= frame.top + 2;
    return {
      text: label,
      x: x(at) + (isTop ? 0 : 4),
      y: isTop ? frame.top - 4 : y(up) + 0.35 * fontPx,
      anchor: isTop ? 'end' : 'start',
      color: palette.ink,
    };
  });
  return placeLabels(wanted, { fontPx, top: 0, bottom: frame.heightPx, reach: 1.5 });
}

/** From the key's end to the axis' title, where they share a line, in heights of the type. */
const apartEm = 2;

/** The key's width, px: both its words, five shades, and the gaps between. */
const keyPx = ({ light, dark }: MapPlotData['labels'], fontPx: number) =>
  textPx(light, fontPx) + textPx(dark, fontPx) + 5 * fontPx + 16;

/** Lines of type that a map has under its bottom axis' title: none where the key has room on the title's own line. */
export function mapFootLines(labels: MapPlotData['labels'], acrossPx: number, fontPx: number): 0 | 1 {
  return keyPx(labels, fontPx) + textPx(labels.xTitle, fontPx) + apartEm * fontPx <= acrossPx ? 0 : 1;
}

/** A key of the shades at the figure's foot, under the axis' title or before it. */
function drawKey(svg: Svg, { style, labels, cells }: MapPlotData, frame: Frame): void {
  const { fontPx, palette } = style;
  const end = cells.some(({ field }) => field !== null) ? palette.ink : palette.measured;
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const from = frame.left + textPx(labels.light, fontPx) + 8;
  const baseline = frame.heightPx - 2;
  part(svg, 'key')
    .selectAll('rect')
    .data(steps)
    .join('rect')
    .attr('x', (step) => from + step * 4 * fontPx)
    .attr('y', baseline - 0.75 * fontPx)
    .attr('width', fontPx)
    .attr('height', 0.8 * fontPx)
    .attr('fill', (step) => shade(palette.panel, end, step))
    .attr('stroke', palette.rule);
  const texts: Label[] = [
    { text: labels.light, x: frame.left, y: baseline, anchor: 'start', color: palette.soft },
    { text: labels.dark, x: from + 5 * fontPx + 8, y: baseline, anchor: 'start', color: palette.soft },
  ];
  drawLabels(svg, 'key-labels', texts, style);
}

const text = (value: number) => tickText(value, Number.isInteger(value) ? 6 : 3);

/** A map over two logarithmic axes: exact field, measured plates, lines of theory. The element is the caller's. */
export function createMapPlot(element: SVGSVGElement, listen: PointListener): MapPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { size, style, xs, ys, labels } = data;
      const frame = openFrame(svg, size);
      const [columns, rows] = [cellEdges(xs), cellEdges(ys)];
      const place = {
        x: logScale([columns[0] ?? 1, columns.at(-1) ?? 10], [frame.left, frame.right]),
        y: logScale([rows[0] ?? 1, rows.at(-1) ?? 10], [frame.bottom, frame.top]),
      };
      drawBottomAxis(svg, frame, place.x, style, { values: xs, text });
      drawLeftAxis(svg, frame, place.y, style, { values: ys, text }, 'outward');
      drawFields(svg, data, place);
      // Lines lie between fields and plates; where theory has no field they lie over the plates.
      const hasFields = data.cells.some(({ field }) => field !== null);
      if (hasFields) drawLines(svg, data, place);
      drawCells(svg, data, place, listen);
      if (!hasFields) drawLines(svg, data, place);
      drawValues(svg, data, place);
      drawLabels(svg, 'labels', lineLabels(data, frame, place), style);
      const footLines = mapFootLines(labels, frame.acrossPx, style.fontPx);
      drawTitles(svg, frame, style, { ...labels, footLines });
      drawKey(svg, data, frame);
    },
  };
}
