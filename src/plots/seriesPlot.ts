import { area, axisBottom, line, scaleLinear, select } from 'd3';
import { drawLeftAxis, part, quietAxis } from './axes.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawLabels, type Label } from './labels.ts';

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
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly measured: readonly MeasuredSeries[];
  readonly theory: readonly TheoryLine[];
  readonly labels: { readonly title: string; readonly xTitle: string };
}

export interface SeriesPlot {
  draw(data: SeriesPlotData): void;
}

type Svg = ReturnType<typeof select<SVGSVGElement, unknown>>;
type Place = (value: number) => number;

function drawMeasured(svg: Svg, { measured, style }: SeriesPlotData, x: Place, y: Place): void {
  type Point = readonly [number, number, number];
  const isKnown = ([, mean]: Point) => Number.isFinite(mean);
  const band = area<Point>()
    .defined(isKnown)
    .x(([at]) => x(at))
    .y0(([, mean, deviation]) => y(mean - deviation))
    .y1(([, mean, deviation]) => y(mean + deviation));
  const path = line<Point>()
    .defined(isKnown)
    .x(([at]) => x(at))
    .y(([, mean]) => y(mean));
  part(svg, 'bands')
    .selectAll('path')
    .data(measured)
    .join('path')
    .attr('d', ({ points }) => band([...points]))
    .attr('fill', ({ color }) => color)
    .attr('fill-opacity', 0.18);
  part(svg, 'means')
    .selectAll('path')
    .data(measured)
    .join('path')
    .attr('d', ({ points }) => path([...points]))
    .attr('fill', 'none')
    .attr('stroke', ({ color }) => color)
    .attr('stroke-width', 2 * style.strokeScale);
}

function drawTheory(svg: Svg, { theory, style }: SeriesPlotData, x: Place, y: Place): void {
  const path = line<readonly [number, number]>()
    .defined(([, value]) => Number.isFinite(value))
    .x(([at]) => x(at))
    .y(([, value]) => y(value));
  part(svg, 'theory')
    .selectAll('path')
    .data(theory)
    .join('path')
    .attr('d', ({ points }) => path([...points]))
    .attr('fill', 'none')
    .attr('stroke', style.palette.ink)
    .attr('stroke-width', style.strokeScale);
}

/** Labels at the ends of lines, pushed apart where they would stand on one another. */
function endLabels({ measured, theory, style, size }: SeriesPlotData, y: Place): Label[] {
  const lines = [
    ...theory.map(({ label, points }) => ({ label, points, color: style.palette.ink })),
    ...measured,
  ];
  const ends = lines.flatMap(({ label, color, points }) => {
    const last = points.findLast((point) => Number.isFinite(point[1]));
    return last && label !== '' ? [{ label, color, y: y(last[1]) + 0.35 * style.fontPx }] : [];
  });
  ends.sort((a, b) => a.y - b.y);
  let lowest = Number.NEGATIVE_INFINITY;
  const spread = ends.map((end) => {
    lowest = Math.max(end.y, lowest + 1.25 * style.fontPx);
    return { ...end, y: lowest };
  });
  const over = Math.max(0, lowest - (size.heightPx - size.bottom));
  const x = size.widthPx - size.right + 6;
  return spread.map(({ label, color, y: at }) => ({
    text: label,
    x,
    y: at - over,
    anchor: 'start',
    color,
    isStrong: true,
  }));
}

/** Measured series with their spread over lines of theory, labelled at their ends. The element is the caller's. */
export function createSeriesPlot(element: SVGSVGElement): SeriesPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { size, style, xDomain, yDomain, labels } = data;
      const { widthPx, heightPx, left, right, top, bottom } = size;
      const x = scaleLinear(xDomain, [left, widthPx - right]).clamp(true);
      const y = scaleLinear(yDomain, [heightPx - bottom, top]).clamp(true);
      svg.attr('viewBox', `0 0 ${widthPx} ${heightPx}`);
      drawLeftAxis(
        part(svg, 'y').attr('transform', `translate(${left},0)`),
        y,
        widthPx - left - right,
        4,
        style,
      );
      const below = part(svg, 'x').attr('transform', `translate(0,${heightPx - bottom})`);
      const ticks = x.ticks(6).filter(Number.isInteger);
      below.call(axisBottom(x).tickValues(ticks).tickFormat(String).tickSize(4));
      quietAxis(below, style);
      drawMeasured(svg, data, x, y);
      drawTheory(svg, data, x, y);
      const { palette, fontPx } = style;
      drawLabels(
        svg,
        'texts',
        [
          ...endLabels(data, y),
          { text: labels.title, x: 0, y: fontPx, anchor: 'start', color: palette.ink, isStrong: true },
          { text: labels.xTitle, x: widthPx - right, y: heightPx - 2, anchor: 'end', color: palette.soft },
        ],
        style,
      );
    },
  };
}
