import { axisBottom, axisLeft, interpolateLab, line, type ScaleLogarithmic, scaleLog, select } from 'd3';
import { part, quietAxis } from './axes.ts';
import { drawLabels, type Label } from './labels.ts';
import { cellEdges, darkest, drawCells, drawFields, drawValues } from './mapCells.ts';
import type { MapPlotData } from './mapPlotData.ts';
import { numberText } from './numberText.ts';
import type { PointListener } from './pointFocus.ts';

export interface MapPlot {
  draw(data: MapPlotData): void;
}

type Svg = ReturnType<typeof select<SVGSVGElement, unknown>>;
type Scale = ScaleLogarithmic<number, number>;

function drawLines(svg: Svg, { lines, style }: MapPlotData, x: Scale, y: Scale): void {
  const path = line<readonly [number, number]>(
    ([at]) => x(at),
    ([, up]) => y(up),
  );
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
    .attr('d', ({ points }) => path(points))
    .attr('fill', 'none')
    .attr('stroke', ({ color }) => color)
    .attr('stroke-opacity', ({ width }) => (width > 2 ? 0.75 : 1))
    .attr('stroke-dasharray', ({ dash }) => (dash === '' ? null : dash))
    .attr('stroke-width', ({ width }) => width * style.strokeScale);
}

function drawTexts(svg: Svg, { size, style, labels, lines }: MapPlotData, x: Scale, y: Scale): void {
  const { fontPx, palette } = style;
  const right = size.widthPx - size.right;
  const names = lines.map(({ points, label }): Label => {
    const [at, up] = points.at(-1) ?? [1, 1];
    const isTop = y(up) <= size.top + 2;
    return {
      text: label,
      x: x(at) + (isTop ? 0 : 4),
      y: isTop ? size.top - 4 : y(up) + 0.35 * fontPx,
      anchor: isTop ? 'end' : 'start',
      color: palette.ink,
    };
  });
  const titles: Label[] = [
    { text: labels.title, x: 0, y: fontPx, anchor: 'start', color: palette.ink, isStrong: true },
    { text: labels.yTitle, x: 0, y: 2.3 * fontPx, anchor: 'start', color: palette.soft },
    {
      text: labels.xTitle,
      x: right,
      y: size.heightPx - 2 - 1.5 * fontPx,
      anchor: 'end',
      color: palette.soft,
    },
  ];
  drawLabels(svg, 'texts', [...titles, ...names], style);
}

/** A key of the shades at the figure's foot, under the axis' title. */
function drawKey(svg: Svg, { size, style, labels, cells }: MapPlotData): void {
  const { fontPx, palette } = style;
  const end = cells.some(({ field }) => field !== null) ? palette.ink : palette.measured;
  const ramp = interpolateLab(palette.panel, end);
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const lightPx = 0.52 * fontPx * labels.light.length + 8;
  const from = size.left + lightPx;
  const baseline = size.heightPx - 2;
  part(svg, 'key')
    .selectAll('rect')
    .data(steps)
    .join('rect')
    .attr('x', (step) => from + step * 4 * fontPx)
    .attr('y', baseline - 0.75 * fontPx)
    .attr('width', fontPx)
    .attr('height', 0.8 * fontPx)
    .attr('fill', (step) => ramp(darkest * step))
    .attr('stroke', palette.rule);
  drawLabels(
    svg,
    'key-texts',
    [
      { text: labels.light, x: size.left, y: baseline, anchor: 'start', color: palette.soft },
      { text: labels.dark, x: from + 5 * fontPx + 8, y: baseline, anchor: 'start', color: palette.soft },
    ],
    style,
  );
}

/** A map over two logarithmic axes: exact field, measured plates, lines of theory. The element is the caller's. */
export function createMapPlot(element: SVGSVGElement, listen: PointListener): MapPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { size, style, xs, ys } = data;
      const { widthPx, heightPx, left, right, top, bottom } = size;
      const [columns, rows] = [cellEdges(xs), cellEdges(ys)];
      const x = scaleLog([columns[0] ?? 1, columns.at(-1) ?? 10], [left, widthPx - right]).clamp(true);
      const y = scaleLog([rows[0] ?? 1, rows.at(-1) ?? 10], [heightPx - bottom, top]).clamp(true);
      const text = (value: number | { valueOf(): number }) =>
        numberText(Number(value), Number.isInteger(Number(value)) ? 6 : 3).replace(/\.0+$/, '');
      svg.attr('viewBox', `0 0 ${widthPx} ${heightPx}`);
      const below = part(svg, 'x').attr('transform', `translate(0,${heightPx - bottom})`);
      below.call(axisBottom(x).tickValues(xs).tickFormat(text).tickSize(4));
      const sideways = part(svg, 'y').attr('transform', `translate(${left},0)`);
      sideways.call(axisLeft(y).tickValues(ys).tickFormat(text).tickSize(4));
      quietAxis(below, style);
      quietAxis(sideways, style);
      drawFields(svg, data, x, y);
      // Lines lie between fields and plates; where theory has no field they lie over the plates.
      const hasFields = data.cells.some(({ field }) => field !== null);
      if (hasFields) drawLines(svg, data, x, y);
      drawCells(svg, data, x, y, listen);
      if (!hasFields) drawLines(svg, data, x, y);
      drawValues(svg, data, x, y);
      drawTexts(svg, data, x, y);
      drawKey(svg, data);
    },
  };
}
