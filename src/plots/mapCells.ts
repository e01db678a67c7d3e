import { interpolateLab } from 'd3';
import { textPx } from './labels.ts';
import type { MapCell, MapPlotData } from './mapPlotData.ts';
import { part, type Svg } from './part.ts';
import { joinPoints, type PointListener } from './pointFocus.ts';
import type { Place } from './scales.ts';

/** A shade of ink is exact, one of the measured colour has nothing exact beside it. */
const darkest = 0.85;

/** The colour of a share between a map's lightest and its darkest; the lightest for what is no number. */
export function shade(light: string, dark: string, share: number): string {
  const inside = Number.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
  return interpolateLab(light, dark)(darkest * inside);
}

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

function computeBox({ x: at, y: up }: MapCell, { xs, ys }: MapPlotData, { x, y }: Place): Box {
  const [columns, rows] = [cellEdges(xs), cellEdges(ys)];
  const [column, row] = [xs.indexOf(at), ys.indexOf(up)];
  const [left, right] = [x(columns[column] ?? 1), x(columns[column + 1] ?? 1)];
  const [bottom, top] = [y(rows[row] ?? 1), y(rows[row + 1] ?? 1)];
  return { left, top, width: right - left, height: bottom - top };
}

/** Theory's shades, under everything. */
export function drawFields(svg: Svg, data: MapPlotData, place: Place): void {
  const { panel, ink } = data.style.palette;
  const fields = data.cells.flatMap((cell) =>
    cell.field === null ? [] : [{ ...computeBox(cell, data, place), color: shade(panel, ink, cell.field) }],
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
export function drawCells(svg: Svg, data: MapPlotData, place: Place, listen: PointListener): void {
  const { style, cells } = data;
  const { palette, strokeScale } = style;
  const box = (cell: MapCell) => computeBox(cell, data, place);
  const darkEnd = ({ field }: MapCell) => (field === null ? palette.measured : palette.ink);
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
    .attr('fill', (cell) => shade(palette.panel, darkEnd(cell), cell.plate ?? 0))
    .attr('stroke', palette.measured)
    .attr('stroke-width', ({ field }) => (field === null ? 0 : 1.2 * strokeScale));
}

/** The measured values, over everything, with their plate's colour around them. */
export function drawValues(svg: Svg, data: MapPlotData, place: Place): void {
  const { palette, fontPx, strokeScale } = data.style;
  const values = data.cells.flatMap((cell) => {
    const box = computeBox(cell, data, place);
    const [across, high] =
      cell.field === null ? [box.width, box.height] : [0.68 * box.width, 0.6 * box.height];
    if (cell.plate === null || textPx(cell.text, fontPx) > across || fontPx > high) return [];
    const end = cell.field === null ? palette.measured : palette.ink;
    const plate = shade(palette.panel, end, cell.plate);
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
