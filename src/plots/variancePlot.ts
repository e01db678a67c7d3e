import { select } from 'd3';
import { drawBottomAxis, drawLayerAxis, drawLeftAxis } from './axes.ts';
import { type DataPoint, hasPlace, layerPoints, pathThrough } from './curvePath.ts';
import type { Domain } from './domain.ts';
import { drawErrorBars } from './errorBars.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawTitles, type Frame, openFrame } from './frame.ts';
import { drawLabels, type Label } from './labels.ts';
import { part, type Svg } from './part.ts';
import { linearScale, logScale, type Place } from './scales.ts';
import { spacedLayers } from './spacedLayers.ts';
import { thinnedLayers } from './thinnedLayers.ts';
import { logTicks } from './ticks.ts';

export interface VariancePlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  readonly depth: number;
  readonly domain: Domain;
  /** Both axes logarithmic, so that k and k^2 are two straight lines; the domain is then above zero. */
  readonly isLogarithmic: boolean;
  /** Theory's Var ln Z, [depth + 1]; null where none is known. */
  readonly theory: ArrayLike<number> | null;
  readonly measured: {
    readonly variance: ArrayLike<number>;
    readonly stderrVariance: ArrayLike<number>;
  } | null;
  /** c of a line c k^2; null for none. */
  readonly square: number | null;
  readonly labels: {
    readonly yTitle: string;
    readonly xTitle: string;
    readonly theory: string;
    readonly square: string;
    readonly slope: string;
  };
}

export interface VariancePlot {
  draw(data: VariancePlotData): void;
}

/** Measured points with bars of one standard error are drawn at about this many layers. */
const pointCount = 24;

/** About so many layers, evenly spaced along the axis. */
const layersOf = ({ depth, isLogarithmic }: VariancePlotData, most: number): number[] =>
  isLogarithmic ? spacedLayers(depth, most) : thinnedLayers(depth, most);

function drawMeasured(svg: Svg, data: VariancePlotData, place: Place): void {
  const { measured, style } = data;
  const { palette, strokeScale } = style;
  const layers = measured ? layersOf(data, pointCount).filter((layer) => layer > 0) : [];
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
    ...(labels.square === '' ? [] : [{ text: labels.square, color: palette.ink }]),
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

/** The axes, and where values stand between them. */
function drawAxes(svg: Svg, frame: Frame, data: VariancePlotData): Place {
  const { size, style, depth, domain, isLogarithmic } = data;
  const [across, up] = [[frame.left, frame.right] as const, [frame.bottom, frame.top] as const];
  if (!isLogarithmic) {
    const [x, y] = [linearScale([0, depth], across), linearScale(domain, up).clamp(true)];
    drawLeftAxis(svg, frame, y, style, size.heightPx / 45);
    drawLayerAxis(svg, frame, x, style, true);
    return { x, y };
  }
  const [x, y] = [logScale([1, depth], across), logScale(domain, up)];
  drawLeftAxis(svg, frame, y, style, { values: logTicks(domain, size.heightPx / 30) });
  drawBottomAxis(svg, frame, x, style, { values: logTicks([1, depth], 9) });
  return { x, y };
}

/** Theory's line, and that of the square of the depth. */
function drawLines(svg: Svg, data: VariancePlotData, place: Place): void {
  const { theory, square, style } = data;
  const layers = layersOf(data, 200);
  const lines = [
    ...(theory ? [{ points: layerPoints(theory, layers), dashes: 'none' }] : []),
    ...(square === null
      ? []
      : [{ points: layers.map((k): DataPoint => [k, square * k * k]), dashes: '6 5' }]),
  ];
  part(svg, 'theory')
    .selectAll('path')
    .data(lines)
    .join('path')
    .attr('d', ({ points }) => pathThrough(points, place))
    .attr('fill', 'none')
    .attr('stroke', style.palette.ink)
    .attr('stroke-dasharray', ({ dashes }) => dashes)
    .attr('stroke-width', 1.5 * style.strokeScale);
}

/** Var ln Z against depth: measured points with error bars, theory's line. The element is the caller's. */
export function createVariancePlot(element: SVGSVGElement): VariancePlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { size, style, labels } = data;
      const frame = openFrame(svg, size);
      const place = drawAxes(svg, frame, data);
      drawLines(svg, data, place);
      drawMeasured(svg, data, place);
      drawKey(svg, data, frame);
      drawTitles(svg, frame, style, labels);
    },
  };
}
