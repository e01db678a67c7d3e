import { select } from 'd3';
import { type DataPoint, hasPlace, pathThrough } from './curvePath.ts';
import { computeExtent } from './domain.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawLabels, type Label } from './labels.ts';
import { part, type Svg } from './part.ts';
import { placeLabels } from './placeLabels.ts';
import { linearScale, type Place } from './scales.ts';

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
  /** Null for a gain beyond the slider's ends. */
  readonly current: { readonly position: number; readonly drift: number } | null;
  readonly labels: { readonly title: string; readonly grows: string; readonly shrinks: string };
}

export interface GainPlot {
  draw(data: GainPlotData): void;
}

/** Drifts around this are drawn in proportion, larger ones logarithmically: the slider is stretched the same way. */
const linearDrift = 0.2;

const squeezed = (drift: number) => Math.asinh(drift / linearDrift);

type Point = { readonly position: number; readonly drift: number };

const computePoint = ({ position, drift }: Point): DataPoint => [position, squeezed(drift)];

function drawPoints(svg: Svg, data: GainPlotData, { x, y }: Place): void {
  const { marks, current, style } = data;
  const { palette, strokeScale } = style;
  const points = [
    ...marks.map((mark) => ({ ...mark, radius: 2.4, fill: palette.paper, stroke: palette.ink })),
    ...(current ? [{ ...current, radius: 4, fill: palette.measured, stroke: palette.paper }] : []),
  ];
  part(svg, 'points')
    .selectAll('circle')
    .data(points.filter((point) => hasPlace(computePoint(point))))
    .join('circle')
    .attr('cx', ({ position }) => x(position))
    .attr('cy', ({ drift }) => y(squeezed(drift)))
    .attr('r', ({ radius }) => radius * strokeScale)
    .attr('fill', ({ fill }) => fill)
    .attr('stroke', ({ stroke }) => stroke)
    .attr('stroke-width', 1.2 * strokeScale);
}

/** Names at the marks, most wanted first. */
function markLabels(
  { marks, style, widthPx, heightPx }: GainPlotData,
  { x, y }: Place,
  taken: readonly Label[],
): Label[] {
  const { palette, fontPx } = style;
  const wanted = marks.map(
    (mark): Label => ({
      text: mark.label,
      x: Math.min(x(mark.position) + 6, widthPx),
      y: y(squeezed(mark.drift)) + fontPx + 1,
      anchor: 'start',
      color: palette.soft,
    }),
  );
  return placeLabels(wanted, { fontPx, top: 0, bottom: heightPx, reach: 0.5, taken });
}

/** The drift per layer against the gain, under the gain's slider and on its axis. The element is the caller's. */
export function createGainPlot(element: SVGSVGElement): GainPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { widthPx, heightPx, insetPx, style, curve, labels } = data;
      const { palette, fontPx, strokeScale } = style;
      const x = linearScale([0, 1], [insetPx, widthPx - insetPx]);
      const [low, high] = computeExtent(
        curve.map(({ drift }) => squeezed(drift)),
        [-squeezed(1), squeezed(1)],
      );
      const reach = Math.max(-low, high);
      const y = linearScale([-reach, reach], [heightPx - fontPx, 4]);
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
      // A curve that hardly leaves zero would run through the word.
      const end = y(squeezed(curve.at(-1)?.drift ?? 0));
      const growsAt = end > y(0) - 5 - fontPx ? Math.min(end, y(0)) - 5 : y(0) - 5;
      const texts: Label[] = [
        { text: labels.title, y: fontPx, x: 0, anchor: 'start', color: palette.soft },
        { text: labels.grows, y: growsAt, x: widthPx, anchor: 'end', color: palette.exploded },
        { text: labels.shrinks, y: y(0) + fontPx + 2, x: 0, anchor: 'start', color: palette.vanished },
      ];
      drawLabels(svg, 'labels', texts, style);
      part(svg, 'curve')
        .selectAll('path')
        .data([curve.map(computePoint)])
        .join('path')
        .attr('d', (points) => pathThrough(points, { x, y }))
        .attr('fill', 'none')
        .attr('stroke', palette.ink)
        .attr('stroke-width', 1.5 * strokeScale);
      drawLabels(svg, 'names', markLabels(data, { x, y }, texts), style);
      drawPoints(svg, data, { x, y });
    },
  };
}
