import { line, scaleLinear, select } from 'd3';
import { drawLayerAxis, drawLeftAxis, part } from './axes.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawLabels, type Label } from './labels.ts';
import type { Domain } from './steadyDomain.ts';
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

type Svg = ReturnType<typeof select<SVGSVGElement, unknown>>;
type Position = (value: number) => number;

function drawMeasured(svg: Svg, data: VariancePlotData, x: Position, y: Position): void {
  const { measured, style, depth } = data;
  const { palette, strokeScale } = style;
  const points = measured ? thinnedLayers(depth, pointCount).filter((k) => k > 0) : [];
  const at = (k: number) => measured?.variance[k] ?? 0;
  const error = (k: number) => measured?.stderrVariance[k] ?? 0;
  part(svg, 'bars')
    .selectAll('line')
    .data(points)
    .join('line')
    .attr('x1', x)
    .attr('x2', x)
    .attr('y1', (k) => y(at(k) - error(k)))
    .attr('y2', (k) => y(at(k) + error(k)))
    .attr('stroke', palette.measured)
    .attr('stroke-width', 1.4 * strokeScale);
  part(svg, 'points')
    .selectAll('circle')
    .data(points)
    .join('circle')
    .attr('cx', x)
    .attr('cy', (k) => y(at(k)))
    .attr('r', 2.6 * strokeScale)
    .attr('fill', palette.measured);
}

function drawTexts(svg: Svg, { size, style, labels }: VariancePlotData): void {
  const { fontPx, palette } = style;
  const { widthPx, heightPx, left, right, top } = size;
  const texts: Label[] = [
    { text: labels.yTitle, x: 0, y: fontPx, anchor: 'start', color: palette.soft },
    {
      text: labels.xTitle,
      x: widthPx - right,
      y: heightPx - 3,
      anchor: 'end',
      color: palette.soft,
    },
    {
      text: labels.theory,
      x: left + 12,
      y: top + fontPx + 4,
      anchor: 'start',
      color: palette.ink,
      isStrong: true,
    },
    {
      text: labels.slope,
      x: left + 12,
      y: top + 2.4 * fontPx + 4,
      anchor: 'start',
      color: palette.measured,
      isStrong: true,
    },
  ];
  drawLabels(svg, 'texts', texts, style);
}

/** Var ln Z against depth: measured points with error bars, theory's line. The element is the caller's. */
export function createVariancePlot(element: SVGSVGElement): VariancePlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { size, style, depth, domain, theory } = data;
      const { widthPx, heightPx, left, right, top, bottom } = size;
      const x = scaleLinear([0, depth], [left, widthPx - right]);
      const y = scaleLinear(domain, [heightPx - bottom, top]).clamp(true);
      svg.attr('viewBox', `0 0 ${widthPx} ${heightPx}`);
      drawLeftAxis(
        part(svg, 'y').attr('transform', `translate(${left},0)`),
        y,
        widthPx - left - right,
        heightPx / 45,
        style,
      );
      drawLayerAxis(part(svg, 'x').attr('transform', `translate(0,${heightPx - bottom})`), x, style, true);
      part(svg, 'theory')
        .selectAll('path')
        .data(theory ? [theory] : [])
        .join('path')
        .attr('d', (series) =>
          line<number>(
            (k) => x(k),
            (k) => y(series[k] ?? 0),
          )(thinnedLayers(depth, 200)),
        )
        .attr('fill', 'none')
        .attr('stroke', style.palette.ink)
        .attr('stroke-width', 1.5 * style.strokeScale);
      drawMeasured(svg, data, x, y);
      drawTexts(svg, data);
    },
  };
}
