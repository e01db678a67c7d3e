import { line, scaleLinear, select } from 'd3';
import { part } from './axes.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawLabels, type Label } from './labels.ts';

/** A named gain on the curve. */
export interface GainMark {
  readonly name: string;
  readonly label: string;
  /** 0..1 along the slider. */
  readonly position: number;
  readonly drift: number;
}

export interface GainPlotData {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Distance of the slider's ends from the figure's, px. */
  readonly insetPx: number;
  readonly style: FigureStyle;
  /** Drift per layer along the slider, positions 0..1. */
  readonly curve: readonly { readonly position: number; readonly drift: number }[];
  readonly marks: readonly GainMark[];
  readonly current: { readonly position: number; readonly drift: number };
  readonly labels: { readonly title: string; readonly grows: string; readonly shrinks: string };
}

export interface GainPlot {
  draw(data: GainPlotData): void;
}

/** Drifts around this are drawn in proportion, larger ones logarithmically: the slider is stretched the same way. */
const linearDrift = 0.2;

const squeezed = (drift: number) => Math.asinh(drift / linearDrift);

type Svg = ReturnType<typeof select<SVGSVGElement, unknown>>;
type Point = { readonly position: number; readonly drift: number };

function drawPoints(svg: Svg, data: GainPlotData, place: (point: Point) => readonly [number, number]): void {
  const { marks, current, style } = data;
  const { palette, strokeScale } = style;
  const points = [
    ...marks.map((mark) => ({ ...mark, radius: 2.4, fill: palette.paper, stroke: palette.ink })),
    { ...current, radius: 4, fill: palette.measured, stroke: palette.paper },
  ];
  part(svg, 'points')
    .selectAll('circle')
    .data(points)
    .join('circle')
    .attr('cx', (point) => place(point)[0])
    .attr('cy', (point) => place(point)[1])
    .attr('r', ({ radius }) => radius * strokeScale)
    .attr('fill', ({ fill }) => fill)
    .attr('stroke', ({ stroke }) => stroke)
    .attr('stroke-width', 1.2 * strokeScale);
}

/** Names at the marks, most wanted first; of two that would overlap the later is left out. */
function drawNames(svg: Svg, data: GainPlotData, place: (point: Point) => readonly [number, number]): void {
  const { marks, style, widthPx } = data;
  const { palette, fontPx } = style;
  const placed: number[] = [];
  const names = marks
    .map((mark): Label => {
      const [x, y] = place(mark);
      return {
        text: mark.label,
        x: Math.min(x + 6, widthPx),
        y: y + fontPx + 1,
        anchor: 'start',
        color: palette.soft,
      };
    })
    .filter(({ x, text }) => {
      const free = placed.every((other) => Math.abs(other - x) > 0.62 * fontPx * (text.length + 1));
      if (free) placed.push(x);
      return free;
    });
  drawLabels(svg, 'names', names, style);
}

/** The drift per layer against the gain, under the gain's slider and on its axis. The element is the caller's. */
export function createGainPlot(element: SVGSVGElement): GainPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { widthPx, heightPx, insetPx, style, curve, labels } = data;
      const { palette, fontPx, strokeScale } = style;
      const x = scaleLinear([0, 1], [insetPx, widthPx - insetPx]);
      const reach = squeezed(Math.max(1, ...curve.map(({ drift }) => Math.abs(drift))));
      const y = scaleLinear([-reach, reach], [heightPx - fontPx, 4]);
      const place = ({ position, drift }: Point) => [x(position), y(squeezed(drift))] as const;
      svg.attr('viewBox', `0 0 ${widthPx} ${heightPx}`);
      part(svg, 'zero')
        .selectAll('line')
        .data([0])
        .join('line')
        .attr('x1', 0)
        .attr('x2', widthPx)
        .attr('y1', y(0))
        .attr('y2', y(0))
        .attr('stroke', palette.rule)
        .attr('stroke-width', strokeScale);
      const texts: Label[] = [
        { text: labels.title, y: fontPx, x: 0, anchor: 'start', color: palette.soft },
        { text: labels.grows, y: y(0) - 5, x: widthPx, anchor: 'end', color: palette.exploded },
        { text: labels.shrinks, y: y(0) + fontPx + 2, x: 0, anchor: 'start', color: palette.vanished },
      ];
      drawLabels(svg, 'texts', texts, style);
      part(svg, 'curve')
        .selectAll('path')
        .data([curve])
        .join('path')
        .attr('d', (points) =>
          line<Point>(
            (p) => place(p)[0],
            (p) => place(p)[1],
          )(points),
        )
        .attr('fill', 'none')
        .attr('stroke', palette.ink)
        .attr('stroke-width', 1.5 * strokeScale);
      drawNames(svg, data, place);
      drawPoints(svg, data, place);
    },
  };
}
