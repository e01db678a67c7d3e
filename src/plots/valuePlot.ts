import { area, curveStepAfter, scaleLinear, select } from 'd3';
import type { FigureStyle } from './figureStyle.ts';

export interface ValuePlotData {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly style: FigureStyle;
  /** How often values come in equal steps from the least to the greatest. */
  readonly counts: readonly number[];
  /** The least and the greatest, written. */
  readonly ends: readonly [low: string, high: string];
}

/** How often values come, over a plain axis with its two ends. The `<svg>` is the caller's. */
export function drawValues(
  svg: SVGSVGElement,
  { widthPx, heightPx, style, counts, ends }: ValuePlotData,
): void {
  const { palette, fontPx } = style;
  const bottom = heightPx - 1.5 * fontPx;
  const x = scaleLinear([0, counts.length], [0, widthPx]);
  const y = scaleLinear([0, Math.max(1, ...counts)], [bottom, 2]);
  const steps = [...counts, counts.at(-1) ?? 0].map((count, i) => [i, count] as const);
  const shape = area<(typeof steps)[number]>(
    ([i]) => x(i),
    bottom,
    ([, count]) => y(count),
  ).curve(curveStepAfter);
  const root = select(svg).attr('viewBox', `0 0 ${widthPx} ${heightPx}`);
  root.selectAll('*').remove();
  root.append('path').attr('d', shape(steps)).attr('fill', palette.measured).attr('fill-opacity', 0.75);
  root.append('line').attr('x2', widthPx).attr('y1', bottom).attr('y2', bottom).attr('stroke', palette.soft);
  root
    .selectAll('text')
    .data(ends)
    .join('text')
    .attr('x', (_, i) => i * widthPx)
    .attr('y', heightPx - 0.3 * fontPx)
    .attr('text-anchor', (_, i) => (i === 0 ? 'start' : 'end'))
    .attr('fill', palette.soft)
    .attr('font-size', fontPx)
    .text((end) => end);
}
