import { pathThrough } from './curvePath.ts';
import type { FigureStyle } from './figureStyle.ts';
import type { Frame } from './frame.ts';
import { drawLabels } from './labels.ts';
import { part, type Svg } from './part.ts';
import type { Place } from './scales.ts';

/** Straight lines from the first layer to the last, which walks become. */
export interface OwnLines {
  /** ln Z at layer 0 and at the last, of each. */
  readonly ends: readonly (readonly [first: number, last: number])[];
  readonly depth: number;
  readonly label: string;
  readonly style: FigureStyle;
}

/** Draws the lines, dashed, and names them over the end of the highest that ends inside. */
export function drawOwnLines(
  svg: Svg,
  { ends, depth, label, style }: OwnLines,
  { top, right }: Frame,
  place: Place,
): void {
  const { palette, strokeScale, fontPx } = style;
  part(svg, 'lines')
    .selectAll('path')
    .data(ends)
    .join('path')
    .attr('d', ([first, last]) => {
      const line = [[0, first] as const, [depth, last] as const];
      return pathThrough(line, place);
    })
    .attr('fill', 'none')
    .attr('stroke', palette.ink)
    .attr('stroke-opacity', 0.7)
    .attr('stroke-dasharray', '6 5')
    .attr('stroke-width', 0.9 * strokeScale);
  const heights = ends.map(([, last]) => place.y(last) - 5).filter((y) => y > top + fontPx);
  const named = heights.length > 0 ? [Math.min(...heights)] : [];
  const labels = named.map((y) => {
    return { text: label, color: palette.ink, x: right - 6, y, anchor: 'end', isStrong: true } as const;
  });
  drawLabels(svg, 'lineNames', labels, style);
}
