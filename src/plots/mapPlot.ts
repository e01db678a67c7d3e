import { axisBottom, axisLeft, interpolateLab, line, type ScaleLogarithmic, scaleLog, select } from 'd3';
import { part, quietAxis } from './axes.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { numberText } from './numberText.ts';
import { type FigurePoint, joinPoints, type PointListener } from './pointFocus.ts';
import { drawWords, type Words } from './words.ts';

/** A cell of a map: theory is its field, the measurement a plate within it, on one scale of shades. */
export interface MapCell extends FigurePoint {
  /** Its column and row: one of the map's `xs` and `ys`. */
  readonly x: number;
  readonly y: number;
  /** Theory's shade, 0..1; null where there is no theory. */
  readonly field: number | null;
  /** The measurement's shade, 0..1; null while there is none. */
  readonly plate: number | null;
  readonly text: string;
}

/** A line over the map, from theory. */
export interface MapLine {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly label: string;
  readonly dash: string;
}

export interface MapPlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  /** Values of the columns and rows, rising, equally far apart in their logarithms or nearly so. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly MapCell[];
  readonly lines: readonly MapLine[];
  readonly words: {
    readonly title: string;
    readonly xTitle: string;
    readonly yTitle: string;
    /** What the lightest and the darkest shade mean. */
    readonly light: string;
    readonly dark: string;
  };
}

export interface MapPlot {
  draw(data: MapPlotData): void;
}

type Svg = ReturnType<typeof select<SVGSVGElement, unknown>>;
type Scale = ScaleLogarithmic<number, number>;

/** A shade of ink is exact, one of the measured colour has nothing exact beside it. */
const darkest = 0.85;

/** The edges of cells around their values: half-way between in the logarithm. */
export function cellEdges(values: readonly number[]): number[] {
  const between = values.slice(1).map((value, i) => Math.sqrt(value * (values[i] ?? value)));
  const [first = 1] = values;
  const last = values.at(-1) ?? 1;
  const low = (first * first) / (between[0] ?? 2 * first);
  const high = (last * last) / (between.at(-1) ?? last / 2);
  return [low, ...between, high];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boxOf({ x: at, y: up }: MapCell, { xs, ys }: MapPlotData, x: Scale, y: Scale): Box {
  const [columns, rows] = [cellEdges(xs), cellEdges(ys)];
  const [column, row] = [xs.indexOf(at), ys.indexOf(up)];
  const [left, right] = [x(columns[column] ?? 1), x(columns[column + 1] ?? 1)];
  const [bottom, top] = [y(rows[row] ?? 1), y(rows[row + 1] ?? 1)];
  return { left, top, width: right - left, height: bottom - top };
}

function drawCells(svg: Svg, data: MapPlotData, x: Scale, y: Scale, listen: PointListener): void {
  const { style, cells } = data;
  const { palette, fontPx, strokeScale } = style;
  const ink = interpolateLab(palette.panel, palette.ink);
  const measured = interpolateLab(palette.panel, palette.measured);
  const box = (cell: MapCell) => boxOf(cell, data, x, y);
  const shade = (cell: MapCell) => cell.plate ?? cell.field ?? 0;
  const ramp = ({ field }: MapCell) => (field === null ? measured : ink);
  const inset = ({ field }: MapCell, { width, height }: Box) =>
    field === null ? [0.5, 0.5] : [0.16 * width, 0.2 * height];
  const anchors = joinPoints(part(svg, 'cells'), cells, listen);
  anchors
    .selectAll('rect.field')
    .data((cell) => [cell])
    .join('rect')
    .attr('class', 'field')
    .attr('x', (cell) => box(cell).left)
    .attr('y', (cell) => box(cell).top)
    .attr('width', (cell) => box(cell).width)
    .attr('height', (cell) => box(cell).height)
    .attr('fill', 'transparent')
    .attr('stroke', ({ field }) => (field === null ? palette.rule : 'none'));
  anchors
    .selectAll('rect.plate')
    .data((cell) => [cell])
    .join('rect')
    .attr('class', 'plate')
    .attr('visibility', ({ plate }) => (plate === null ? 'hidden' : 'visible'))
    .attr('rx', 3)
    .attr('x', (cell) => box(cell).left + (inset(cell, box(cell))[0] ?? 0))
    .attr('y', (cell) => box(cell).top + (inset(cell, box(cell))[1] ?? 0))
    .attr('width', (cell) => Math.max(0, box(cell).width - 2 * (inset(cell, box(cell))[0] ?? 0)))
    .attr('height', (cell) => Math.max(0, box(cell).height - 2 * (inset(cell, box(cell))[1] ?? 0)))
    .attr('fill', (cell) => ramp(cell)(darkest * (cell.plate ?? 0)))
    .attr('stroke', palette.measured)
    .attr('stroke-width', ({ field }) => (field === null ? 0 : 1.2 * strokeScale));
  anchors
    .selectAll('text')
    .data((cell) => [cell])
    .join('text')
    .text((cell) => (cell.text.length * 0.5 * fontPx < box(cell).width ? cell.text : ''))
    .attr('x', (cell) => box(cell).left + box(cell).width / 2)
    .attr('y', (cell) => box(cell).top + box(cell).height / 2 + 0.35 * fontPx)
    .attr('text-anchor', 'middle')
    .attr('font-size', fontPx)
    .attr('fill', (cell) => (shade(cell) > 0.5 ? palette.paper : palette.ink));
}

/** Theory's shades, under everything. */
function drawFields(svg: Svg, data: MapPlotData, x: Scale, y: Scale): void {
  const { panel, ink } = data.style.palette;
  const shade = interpolateLab(panel, ink);
  const fields = data.cells.flatMap((cell) =>
    cell.field === null ? [] : [{ ...boxOf(cell, data, x, y), color: shade(darkest * cell.field) }],
  );
  part(svg, 'fields')
    .selectAll('rect')
    .data(fields)
    .join('rect')
    .attr('x', ({ left }) => left)
    .attr('y', ({ top }) => top)
    .attr('width', ({ width }) => width + 0.5)
    .attr('height', ({ height }) => height + 0.5)
    .attr('fill', ({ color }) => color);
}

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

function drawTexts(svg: Svg, { size, style, words, lines }: MapPlotData, x: Scale, y: Scale): void {
  const { fontPx, palette } = style;
  const right = size.widthPx - size.right;
  const names = lines.map(({ points, label }): Words => {
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
  const titles: Words[] = [
    { text: words.title, x: 0, y: fontPx, anchor: 'start', color: palette.ink, isStrong: true },
    { text: words.yTitle, x: 0, y: 2.3 * fontPx, anchor: 'start', color: palette.soft },
    { text: words.xTitle, x: right, y: size.heightPx - 2, anchor: 'end', color: palette.soft },
  ];
  drawWords(svg, 'words', [...titles, ...names], style);
}

/** A key of the shades at the figure's foot, left of the axis' title. */
function drawKey(svg: Svg, { size, style, words, cells }: MapPlotData): void {
  const { fontPx, palette } = style;
  const end = cells.some(({ field }) => field !== null) ? palette.ink : palette.measured;
  const ramp = interpolateLab(palette.panel, end);
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const lightPx = 0.52 * fontPx * words.light.length + 8;
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
  drawWords(
    svg,
    'key-words',
    [
      { text: words.light, x: size.left, y: baseline, anchor: 'start', color: palette.soft },
      { text: words.dark, x: from + 5 * fontPx + 8, y: baseline, anchor: 'start', color: palette.soft },
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
      drawLines(svg, data, x, y);
      drawCells(svg, data, x, y, listen);
      drawTexts(svg, data, x, y);
      drawKey(svg, data);
    },
  };
}
