import { line, max, type ScaleLinear, scaleLinear, select } from 'd3';
import { part } from './axes.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { type HistogramBar, histogramBars } from './histogramBars.ts';
import { drawLabels, type Label } from './labels.ts';
import { outcomeColor } from './outcomeColor.ts';
import type { Domain } from './steadyDomain.ts';

export interface EndPlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  /** Domain of ln Z, the same as the walk's. */
  readonly domain: Domain;
  /** ln Z of the finished walks; dead ones are not drawn. */
  readonly final: Float32Array;
  /** How many walks there will be, and their standard deviation: they set the bars' height, which then stays. */
  readonly expected: number;
  readonly deviation: number;
  readonly density: { readonly lnZ: ArrayLike<number>; readonly density: ArrayLike<number> } | null;
  /** Half height of the bracket that marks a factor of 10 in the norm, in ln Z. */
  readonly within: number;
  readonly labels: {
    readonly title: string;
    readonly density: string;
    readonly within: readonly string[];
    readonly dead: string;
  };
}

export interface EndPlot {
  draw(data: EndPlotData): void;
}

const thinnestBarPx = 9;
const fewestBars = 8;

/** Freedman and Diaconis' bar for a Normal, 2 IQR n^(-1/3), as far as the pixels and a readable figure allow. */
function barCount({ domain, expected, deviation, style }: EndPlotData, heightPx: number): number {
  const [low, high] = domain;
  const ideal = (high - low) / (2.7 * Math.max(deviation, 1e-6) * expected ** (-1 / 3));
  const most = heightPx / (thinnestBarPx * style.strokeScale);
  return Math.max(fewestBars, Math.round(Math.min(ideal, most)));
}

type Svg = ReturnType<typeof select<SVGSVGElement, unknown>>;
type Scale = ScaleLinear<number, number>;

interface Drawn {
  readonly x: Scale;
  readonly bars: readonly HistogramBar[];
}

/** The longest bar the axis must hold: the exact peak with room for the noise above it, or the measured one. */
function peakOf({ density }: EndPlotData, bars: readonly { readonly density: number }[]): number {
  const exact = density ? (max(Array.from(density.density)) ?? 0) : 0;
  const measured = max(bars, (bar) => bar.density) ?? 0;
  return Math.max(1.35 * exact, Math.min(measured, exact > 0 ? 2 * exact : measured), 1e-9);
}

function drawBars(svg: Svg, data: EndPlotData, y: Scale): Drawn {
  const { style, domain, final, size } = data;
  const [bottom = 0, top = 0] = y.range();
  const bars = histogramBars(final, domain, barCount(data, bottom - top));
  const x = scaleLinear([0, peakOf(data, bars)], [size.left, size.widthPx - size.right]).clamp(true);
  const color = outcomeColor(style.palette);
  part(svg, 'histogram')
    .selectAll('rect')
    .data(bars)
    .join('rect')
    .attr('x', size.left)
    .attr('y', ({ high }) => y(high) + 0.5)
    .attr('width', ({ density }) => x(density) - size.left)
    .attr('height', ({ low, high }) => Math.max(0.5, y(low) - y(high) - 1))
    .attr('fill', ({ low, high }) => color((low + high) / 2))
    .attr('fill-opacity', 0.62);
  return { x, bars };
}

function drawDensity(svg: Svg, { density, style }: EndPlotData, x: Scale, y: Scale): void {
  const [bottom = 0, top = 0] = y.range();
  const points = density
    ? Array.from(density.lnZ, (lnZ, i) => [x(density.density[i] ?? 0), y(lnZ)] as [number, number])
    : [];
  part(svg, 'density')
    .selectAll('path')
    .data(points.length > 0 ? [points.filter(([, at]) => at >= top && at <= bottom)] : [])
    .join('path')
    .attr('d', (inside) => line()(inside))
    .attr('fill', 'none')
    .attr('stroke', style.palette.ink)
    .attr('stroke-width', 1.5 * style.strokeScale);
}

function drawBracket(svg: Svg, { within, style, size }: EndPlotData, y: Scale): void {
  const [bottom = 0, top = 0] = y.range();
  const inside = (lnZ: number) => Math.max(top, Math.min(bottom, y(lnZ)));
  const [from, to] = [inside(within), inside(-within)];
  const at = size.widthPx - size.right;
  const ends = [
    { px: from, isEnd: y(within) >= top },
    { px: to, isEnd: y(-within) <= bottom },
  ];
  const ticks = ends.filter(({ isEnd }) => isEnd).map(({ px }) => `M${at},${px}h-5`);
  part(svg, 'bracket')
    .selectAll('path')
    .data(to - from > 2 ? [`M${at},${from}V${to}${ticks.join('')}`] : [])
    .join('path')
    .attr('d', (path) => path)
    .attr('fill', 'none')
    .attr('stroke', style.palette.soft)
    .attr('stroke-width', style.strokeScale);
}

/** Beside the curve where it has fallen to about half its peak, above the middle, clear of the bars. */
function densityLabel({ density, labels, style }: EndPlotData, { x, bars }: Drawn, y: Scale): Label[] {
  if (!density || labels.density === '') return [];
  const values = Array.from(density.density);
  const half = (max(values) ?? 0) / 2;
  const i = values.findLastIndex((value) => value >= half);
  const at = y(density.lnZ[i] ?? 0) - 2;
  const beside = bars.filter(({ low, high }) => y(low) > at - style.fontPx && y(high) < at);
  const longest = Math.max(values[i] ?? 0, ...beside.map((bar) => bar.density));
  const px = { x: x(longest) + 8, y: at };
  return [{ text: labels.density, ...px, anchor: 'start', color: style.palette.ink }];
}

function drawTexts(svg: Svg, data: EndPlotData, drawn: Drawn, y: Scale): void {
  const { labels, style, size } = data;
  const { palette, fontPx } = style;
  const at = size.widthPx;
  const lines = [...labels.within, labels.dead].filter((text) => text !== '');
  const texts: Label[] = [
    { text: labels.title, x: at, y: fontPx, anchor: 'end', color: palette.soft },
    ...densityLabel(data, drawn, y),
    ...lines.map(
      (text, i): Label => ({
        text,
        x: at,
        y: size.heightPx - 4 - (lines.length - 1 - i) * 1.3 * fontPx,
        anchor: 'end',
        color: palette.soft,
      }),
    ),
  ];
  drawLabels(svg, 'texts', texts, style);
}

/** How the walks end: a histogram on the walk's own axis of ln Z, with the exact density. The element is the caller's. */
export function createEndPlot(element: SVGSVGElement): EndPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { widthPx, heightPx, top, bottom } = data.size;
      const y = scaleLinear(data.domain, [heightPx - bottom, top]);
      svg.attr('viewBox', `0 0 ${widthPx} ${heightPx}`);
      const drawn = drawBars(svg, data, y);
      drawDensity(svg, data, drawn.x, y);
      drawBracket(svg, data, y);
      drawTexts(svg, data, drawn, y);
    },
  };
}
