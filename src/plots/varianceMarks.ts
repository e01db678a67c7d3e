import { hasPlace } from './curvePath.ts';
import { drawErrorBars } from './errorBars.ts';
import type { FigureStyle } from './figureStyle.ts';
import type { Frame } from './frame.ts';
import { drawLabels, type Label } from './labels.ts';
import { type Group, part, type Svg } from './part.ts';
import type { Place } from './scales.ts';

/** Var ln Z as measured, [depth + 1] each. */
export interface MeasuredVariance {
  readonly variance: ArrayLike<number>;
  readonly stderrVariance: ArrayLike<number>;
}

/** Measured points are drawn at about this many layers. */
export const measuredPoints = 24;

/** Measured points at some layers, with bars of one standard error. */
export function drawMeasuredVariance(
  svg: Group | Svg,
  { measured, style }: { readonly measured: MeasuredVariance | null; readonly style: FigureStyle },
  layers: readonly number[],
  place: Place,
): void {
  const { palette, strokeScale } = style;
  const points = (measured ? layers.filter((layer) => layer > 0) : [])
    .map((x) => ({
      x,
      y: measured?.variance[x] ?? Number.NaN,
      error: measured?.stderrVariance[x] ?? 0,
    }))
    .filter(({ x, y }) => hasPlace([x, y]));
  const bars = part(svg, 'bars').selectAll<SVGLineElement, unknown>('line').data(points).join('line');
  drawErrorBars(
    bars,
    (point) => point,
    () => palette.measured,
    place,
    style,
  );
  part(svg, 'points')
    .selectAll('circle')
    .data(points)
    .join('circle')
    .attr('cx', ({ x }) => place.x(x))
    .attr('cy', ({ y }) => place.y(y))
    .attr('r', 2.6 * strokeScale)
    .attr('fill', palette.measured);
}

/** What lines and points are, over the plotting area's empty corner: variances rise from zero. `quiet` are other walks' points. */
export function drawVarianceKey(
  svg: Svg,
  lines: readonly string[],
  measured: string,
  style: FigureStyle,
  { left, top }: Frame,
  quiet: readonly string[] = [],
): void {
  const { fontPx, palette } = style;
  const rows = [
    ...lines.map((text) => ({ text, color: palette.ink })),
    { text: measured, color: palette.measured },
    ...quiet.map((text) => ({ text, color: palette.soft })),
  ];
  const texts = rows.map(
    (row, i): Label => ({
      ...row,
      x: left + 12,
      y: top + (1 + 1.4 * i) * fontPx + 4,
      anchor: 'start',
      isStrong: true,
    }),
  );
  drawLabels(svg, 'labels', texts, style);
}
