import type { Selection } from 'd3';
import { part } from './axes.ts';
import type { FigureStyle } from './figureStyle.ts';

/** A few words in a figure. */
export interface Label {
  readonly text: string;
  /** Where they begin or end, on their base line, px. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly color: string;
  readonly isStrong?: boolean;
}

/** Writes the words of one group of a figure, each with a halo of paper that keeps it legible over lines. */
export function drawLabels(
  svg: Selection<SVGSVGElement, unknown, null, undefined>,
  group: string,
  labels: readonly Label[],
  { palette, fontPx, strokeScale }: FigureStyle,
): void {
  part(svg, group)
    .selectAll('text')
    .data(labels)
    .join('text')
    .text(({ text }) => text)
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .attr('text-anchor', ({ anchor }) => anchor)
    .attr('font-size', fontPx)
    .attr('font-weight', ({ isStrong }) => (isStrong ? 600 : 400))
    .attr('fill', ({ color }) => color)
    .attr('stroke', palette.paper)
    .attr('stroke-width', 3 * strokeScale)
    .attr('stroke-linejoin', 'round')
    .attr('paint-order', 'stroke');
}
