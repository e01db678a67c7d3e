import { interpolateLab, type ScaleLogarithmic, type select } from 'd3';
import { part } from './axes.ts';
import type { MapCell, MapPlotData } from './mapPlotData.ts';
import { joinPoints, type PointListener } from './pointFocus.ts';

type Svg = ReturnType<typeof select<SVGSVGElement, unknown>>;
type Scale = ScaleLogarithmic<number, number>;

/** A shade of ink is exact, one of the measured colour has nothing exact beside it. */
export const darkest = 0.85;

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

/** Theory's shades, under everything. */
export function drawFields(svg: Svg, data: MapPlotData, x: Scale, y: Scale): void {
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

/** The cells as links: what can be pointed at, and the measured plates. */
export function drawCells(svg: Svg, data: MapPlotData, x: Scale, y: Scale, listen: PointListener): void {
  const { style, cells } = data;
  const { palette, strokeScale } = style;
  const ink = interpolateLab(palette.panel, palette.ink);
  const measured = interpolateLab(palette.panel, palette.measured);
  const box = (cell: MapCell) => boxOf(cell, data, x, y);
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
}

/** The measured values, over everything, with their plate's colour around them. */
export function drawValues(svg: Svg, data: MapPlotData, x: Scale, y: Scale): void {
  const { palette, fontPx, strokeScale } = data.style;
  const values = data.cells.flatMap((cell) => {
    const box = boxOf(cell, data, x, y);
    const room = (cell.field === null ? 1 : 0.68) * box.width;
    if (cell.plate === null || cell.text.length * 0.5 * fontPx > room) return [];
    const end = cell.field === null ? palette.measured : palette.ink;
    const plate = interpolateLab(palette.panel, end)(darkest * cell.plate);
    return [{ text: cell.text, box, plate, color: cell.plate > 0.5 ? palette.paper : palette.ink }];
  });
  part(svg, 'values')
    .attr('pointer-events', 'none')
    .selectAll('text')
    .data(values)
    .join('text')
    .text(({ text }) => text)
    .attr('x', ({ box }) => box.left + box.width / 2)
    .attr('y', ({ box }) => box.top + box.height / 2 + 0.35 * fontPx)
    .attr('text-anchor', 'middle')
    .attr('font-size', fontPx)
    .attr('fill', ({ color }) => color)
    .attr('stroke', ({ plate }) => plate)
    .attr('stroke-width', 3 * strokeScale)
    .attr('paint-order', 'stroke');
}
