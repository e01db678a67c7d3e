import { area, line, type ScaleLinear, scaleLinear, select } from 'd3';
import { drawFactorAxis, drawLayerAxis, drawLeftAxis, part } from './axes.ts';
import { factorTicks } from './factorTicks.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawLabels, type Label } from './labels.ts';
import type { Domain } from './steadyDomain.ts';
import { thinnedLayers } from './thinnedLayers.ts';
import { createWalkCanvas, type WalkCanvasFrame } from './walkCanvas.ts';
import type { WalkPaths } from './walkPaths.ts';

/** One value an entry of the walk, [depth + 1]. */
type Series = ArrayLike<number>;

export interface WalkPlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  readonly depth: number;
  /** Domain of ln Z. */
  readonly domain: Domain;
  readonly theory: { readonly mean: Series; readonly variance: Series | null } | null;
  readonly measured: { readonly mean: Series; readonly stderrMean: Series } | null;
  readonly paths: WalkPaths | null;
  /** Changes with the run whose walks these are. */
  readonly runKey: string;
  readonly labels: {
    readonly yTitle: string;
    /** Empty where the figure below bears the layers' numbers. */
    readonly xTitle: string;
    readonly factorTitle: string;
    readonly theoryMean: string;
    readonly measuredMean: string;
    /** Label of the envelope at +k standard deviations. */
    readonly deviations: (count: number) => string;
  };
}

export interface WalkPlot {
  /** Draws; true when walks are left to be drawn in the next frame. */
  draw(data: WalkPlotData): boolean;
  /** What was last drawn on the canvas, to be drawn again elsewhere; null before the first drawing. */
  drawn(): WalkCanvasFrame | null;
}

type Svg = ReturnType<typeof select<SVGSVGElement, unknown>>;

interface Scales {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

function drawEnvelope(svg: Svg, data: WalkPlotData, { x, y }: Scales, layers: number[]): void {
  const { theory, style } = data;
  const curves = [-2, -1, 1, 2].flatMap((count) => {
    const variance = theory?.variance;
    if (!theory || !variance) return [];
    const at = (k: number) => y((theory.mean[k] ?? 0) + count * Math.sqrt(variance[k] ?? 0));
    return [{ count, path: line<number>((k) => x(k), at)(layers) }];
  });
  part(svg, 'envelope')
    .selectAll('path')
    .data(curves)
    .join('path')
    .attr('d', ({ path }) => path)
    .attr('fill', 'none')
    .attr('stroke', style.palette.ink)
    .attr('stroke-width', 1.1 * style.strokeScale)
    .attr('stroke-dasharray', ({ count }) => (Math.abs(count) === 1 ? '1.5 3' : '5 4'));
}

function drawMeans(svg: Svg, data: WalkPlotData, { x, y }: Scales, layers: number[]): void {
  const { theory, measured, style } = data;
  const { palette, strokeScale } = style;
  const pathOf = (series: Series) =>
    line<number>(
      (k) => x(k),
      (k) => y(series[k] ?? 0),
    )(layers);
  const band = measured
    ? area<number>(
        (k) => x(k),
        (k) => y((measured.mean[k] ?? 0) - (measured.stderrMean[k] ?? 0)),
        (k) => y((measured.mean[k] ?? 0) + (measured.stderrMean[k] ?? 0)),
      )(layers)
    : null;
  const curves = [
    { color: palette.measured, fill: true, path: band, width: 0 },
    {
      color: palette.measured,
      fill: false,
      path: measured ? pathOf(measured.mean) : null,
      width: 1.8,
    },
    {
      color: palette.ink,
      fill: false,
      path: theory ? pathOf(theory.mean) : null,
      width: 1.5,
    },
  ];
  part(svg, 'means')
    .selectAll('path')
    .data(curves)
    .join('path')
    .attr('d', ({ path }) => path ?? '')
    .attr('fill', ({ fill, color }) => (fill ? color : 'none'))
    .attr('fill-opacity', 0.3)
    .attr('stroke', ({ fill, color }) => (fill ? 'none' : color))
    .attr('stroke-width', ({ width }) => width * strokeScale);
}

interface CurveLabel {
  readonly text: string;
  readonly atLnZ: number;
  readonly color: string;
  readonly below: boolean;
}

function curveLabels({ theory, measured, depth, labels, style }: WalkPlotData): CurveLabel[] {
  const { ink, measured: accent } = style.palette;
  const at = Math.round(depth * 0.985);
  const found: CurveLabel[] = [];
  const mean = theory?.mean[at] ?? 0;
  if (theory?.variance) {
    const deviation = Math.sqrt(theory.variance[at] ?? 0);
    for (const count of [1, 2]) {
      found.push({
        text: labels.deviations(count),
        atLnZ: mean + count * deviation,
        color: ink,
        below: false,
      });
    }
  }
  if (theory) found.push({ text: labels.theoryMean, atLnZ: mean, color: ink, below: false });
  if (measured)
    found.push({
      text: labels.measuredMean,
      atLnZ: theory ? mean : (measured.mean[at] ?? 0),
      color: accent,
      below: true,
    });
  return found;
}

/** Labels at the curves' ends; of two that would overlap the later is left out. */
function drawCurveLabels(svg: Svg, data: WalkPlotData, { x, y }: Scales): void {
  const { fontPx } = data.style;
  const [bottom = 0, top = 0] = y.range();
  const placed: number[] = [];
  const labels = curveLabels(data)
    .toReversed()
    .map(
      ({ text, color, atLnZ, below }): Label => ({
        text,
        color,
        x: x(data.depth) - 6,
        y: y(atLnZ) + (below ? fontPx + 3 : -5),
        anchor: 'end',
        isStrong: true,
      }),
    )
    .filter((label) => {
      const isInside = label.y > top + fontPx && label.y < bottom - 2;
      const free = isInside && placed.every((other) => Math.abs(other - label.y) > fontPx);
      if (free) placed.push(label.y);
      return free;
    });
  drawLabels(svg, 'labels', labels, data.style);
}

function drawTitles(svg: Svg, { size, style, labels }: WalkPlotData): void {
  const color = style.palette.soft;
  const titles: Label[] = [
    { text: labels.yTitle, x: 0, y: style.fontPx, anchor: 'start', color },
    { text: labels.factorTitle, x: size.widthPx, y: style.fontPx, anchor: 'end', color },
    { text: labels.xTitle, x: size.widthPx - size.right, y: size.heightPx - 2, anchor: 'end', color },
  ];
  drawLabels(svg, 'titles', titles, style);
}

/** The walk: single walks on a canvas under means, envelope and axes in SVG. Elements are the caller's. */
export function createWalkPlot(canvasElement: HTMLCanvasElement, svgElement: SVGSVGElement): WalkPlot {
  const canvas = createWalkCanvas(canvasElement);
  const svg = select<SVGSVGElement, unknown>(svgElement);
  let drawn: WalkCanvasFrame | null = null;
  return {
    drawn: () => drawn,
    draw(data) {
      const { size, style, depth, domain, paths, runKey, labels } = data;
      const { widthPx, heightPx, left, right, top, bottom } = size;
      const x = scaleLinear([0, depth], [left, widthPx - right]);
      const y = scaleLinear(domain, [heightPx - bottom, top]);
      const layers = thinnedLayers(depth, 400);
      svg.attr('viewBox', `0 0 ${widthPx} ${heightPx}`);
      drawLeftAxis(
        part(svg, 'y').attr('transform', `translate(${left},0)`),
        y,
        widthPx - left - right,
        heightPx / 55,
        style,
      );
      drawFactorAxis(
        part(svg, 'factor').attr('transform', `translate(${widthPx - right},0)`),
        y,
        factorTicks(domain, heightPx / 50),
        style,
      );
      drawLayerAxis(
        part(svg, 'x').attr('transform', `translate(0,${heightPx - bottom})`),
        x,
        style,
        labels.xTitle !== '',
      );
      drawEnvelope(svg, data, { x, y }, layers);
      drawMeans(svg, data, { x, y }, layers);
      drawCurveLabels(svg, data, { x, y });
      drawTitles(svg, data);
      canvas.resize(widthPx, heightPx);
      const key = [runKey, widthPx, heightPx, domain, style.palette.paper, style.strokeScale].join();
      drawn = { x, y, style, paths, key };
      return canvas.draw(drawn);
    },
  };
}
