import { select } from 'd3';
import { drawLayerAxis, drawLeftAxis } from './axes.ts';
import { hasPlace, layerPoints, pathThrough } from './curvePath.ts';
import type { Domain } from './domain.ts';
import { drawErrorBars } from './errorBars.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawTitles, type Frame, openFrame } from './frame.ts';
import { drawLabels, type Label } from './labels.ts';
import { part, type Svg } from './part.ts';
import { linearScale, type Place } from './scales.ts';
import { thinnedLayers } from './thinnedLayers.ts';

export interface VariancePlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  readonly depth: number;
  readonly domain: Domain;
  /** Theory's Var ln Z, [depth + 1]; null where none is known. */
  readonly theory: ArrayLike<number> | null;
  readonly measured: {
    readonly variance: ArrayLike<number>;
    readonly stderrVariance: ArrayLike<number>;
  } | null;
  readonly labels: {
    readonly yTitle: string;
    readonly xTitle: string;
    readonly theory: string;
    readonly slope: string;
  };
}

export interface VariancePlot {
  draw(data: VariancePlotData): void;
}

/** Measured points with bars of one standard error are drawn at about this many layers. */
const pointCount = 24;

function drawMeasured(svg: Svg, { measured, style, depth }: VariancePlotData, place: Place): void {
  const { palette, strokeScale } = style;
  const layers = measured ? thinnedLayers(depth, pointCount).filter((layer) => layer > 0) : [];
  const points = layers
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

/** What line and points are, over the plotting area's empty corner: variances rise from zero. */
function drawKey(svg: Svg, { style, labels }: VariancePlotData, { left, top }: Frame): void {
  const { fontPx, palette } = style;
  const lines = [
    { text: labels.theory, color: palette.ink },
    { text: labels.slope, color: palette.measured },
  ];
  const texts = lines.map(
    (line, i): Label => ({
      ...line,
      x: left + 12,
      y: top + (1 + 1.4 * i) * fontPx + 4,
      anchor: 'start',
      isStrong: true,
    }),
  );
  drawLabels(svg, 'labels', texts, style);
}

/** Var ln Z against depth: measured points with error bars, theory's line. The element is the caller's. */
export function createVariancePlot(element: SVGSVGElement): VariancePlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { size, style, depth, domain, theory, labels } = data;
      const frame = openFrame(svg, size);
      const x = linearScale([0, depth], [frame.left, frame.right]);
      const y = linearScale(domain, [frame.bottom, frame.top]).clamp(true);
      drawLeftAxis(svg, frame, y, style, size.heightPx / 45);
      drawLayerAxis(svg, frame, x, style, true);
      part(svg, 'theory')
        .selectAll('path')
        .data(theory ? [layerPoints(theory, thinnedLayers(depth, 200))] : [])
        .join('path')
        .attr('d', (points) => pathThrough(points, { x, y }))
        .attr('fill', 'none')
        .attr('stroke', style.palette.ink)
        .attr('stroke-width', 1.5 * style.strokeScale);
      drawMeasured(svg, data, { x, y });
      drawKey(svg, data, frame);
      drawTitles(svg, frame, style, labels);
    },
  };
}
