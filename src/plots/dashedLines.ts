import type { FigureStyle } from './figureStyle.ts';
import { part, type Svg } from './part.ts';

/** Dashes of lines that are told apart, px, in their order: they do it in grey, too. */
export const dashes = ['9 4', '2.5 3', '10 3 2.5 3', '5 2.5'] as const;

/** A line of what a figure's own lines are compared with. */
export interface DashedLine {
  readonly path: string;
  readonly color: string;
  readonly dash: string;
  /** Px at a stroke scale of 1. */
  readonly width: number;
}

/** Draws the lines of a figure's pins, in a part of their own. */
export function drawPinLines(svg: Svg, lines: readonly DashedLine[], { strokeScale }: FigureStyle): void {
  part(svg, 'pins')
    .selectAll('path')
    .data(lines)
    .join('path')
    .attr('d', ({ path }) => path)
    .attr('fill', 'none')
    .attr('stroke', ({ color }) => color)
    .attr('stroke-dasharray', ({ dash }) => dash)
    .attr('stroke-width', ({ width }) => width * strokeScale);
}
