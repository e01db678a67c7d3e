import { type ScaleLinear, select } from 'd3';
import { pathThrough } from './curvePath.ts';
import { computeExtent, type Domain } from './domain.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { type Frame, frameTitles, openFrame } from './frame.ts';
import { type HistogramBar, histogramBars } from './histogramBars.ts';
import { drawLabels, type Label } from './labels.ts';
import { outcomeColor } from './outcomeColor.ts';
import { part, type Svg } from './part.ts';
import { placeLabels } from './placeLabels.ts';
import { linearScale, type Place } from './scales.ts';

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
  /** Draws what a part of its own adds, in bars of the same length, once for every drawing. */
  readonly drawBeside:
    | ((svg: Svg, place: Place, bars: { readonly domain: Domain; readonly bars: number }) => void)
    | null;
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
function barCount(
  { expected, deviation, style }: EndPlotData,
  [low, high]: Domain,
  heightPx: number,
): number {
  const spread = Number.isFinite(deviation) ? Math.max(deviation, 1e-6) : 1;
  const ideal = (high - low) / (2.7 * spread * Math.max(1, expected) ** (-1 / 3));
  const most = heightPx / (thinnestBarPx * style.strokeScale);
  return Math.max(fewestBars, Math.round(Math.min(ideal, most)));
}

type Scale = ScaleLinear<number, number>;

interface Drawn {
  readonly x: Scale;
  readonly bars: readonly HistogramBar[];
}

/** The longest bar the axis must hold: the exact peak with room for the noise above it, or the measured one. */
function computePeak({ density }: EndPlotData, bars: readonly { readonly density: number }[]): number {
  const [, exact] = computeExtent(density ? Array.from(density.density) : [], [0, 0]);
  const [, measured] = computeExtent(
    bars.map((bar) => bar.density),
    [0, 0],
  );
  return Math.max(1.35 * exact, Math.min(measured, exact > 0 ? 2 * exact : measured), 1e-9);
}

function drawBars(svg: Svg, data: EndPlotData, frame: Frame, y: Scale): Drawn {
  const { style, final } = data;
  const [low = 0, high = 1] = y.domain();
  const bars = histogramBars(final, [low, high], barCount(data, [low, high], frame.highPx));
  const x = linearScale([0, computePeak(data, bars)], [frame.left, frame.right]).clamp(true);
  const color = outcomeColor(style.palette);
  part(svg, 'histogram')
    .selectAll('rect')
    .data(bars)
    .join('rect')
    .attr('x', frame.left)
    .attr('y', (bar) => y(bar.high) + 0.5)
    .attr('width', ({ density }) => x(density) - frame.left)
    .attr('height', (bar) => Math.max(0.5, y(bar.low) - y(bar.high) - 1))
    .attr('fill', (bar) => color((bar.low + bar.high) / 2))
    .attr('fill-opacity', 0.62);
  return { x, bars };
}

/** The density's points within the axis, as [density, ln Z]. */
function densityPoints({ density }: EndPlotData, y: Scale): (readonly [density: number, lnZ: number])[] {
  const [low = 0, high = 1] = y.domain();
  const points = density
    ? Array.from(density.lnZ, (lnZ, i) => [density.density[i] ?? Number.NaN, lnZ] as const)
    : [];
  return points.filter(([, lnZ]) => lnZ >= low && lnZ <= high);
}

function drawDensity(svg: Svg, data: EndPlotData, x: Scale, y: Scale): void {
  const { style, density } = data;
  part(svg, 'density')
    .selectAll('path')
    .data(density ? [densityPoints(data, y)] : [])
    .join('path')
    .attr('d', (points) => pathThrough(points, { x, y }))
    .attr('fill', 'none')
    .attr('stroke', style.palette.ink)
    .attr('stroke-width', 1.5 * style.strokeScale);
}

/** The lines at the figure's foot. */
const footLines = ({ labels }: EndPlotData) => [...labels.within, labels.dead].filter((text) => text !== '');

/** Base line of one of them, px. */
const footAt = (data: EndPlotData, { heightPx }: Frame, line: number) =>
  heightPx - 4 - (footLines(data).length - 1 - line) * 1.3 * data.style.fontPx;

function drawBracket(svg: Svg, data: EndPlotData, frame: Frame, y: Scale): void {
  const { within, style } = data;
  const { top, right: at } = frame;
  const bottom = Math.min(frame.bottom, footAt(data, frame, 0) - 1.2 * style.fontPx);
  const inside = (lnZ: number) => Math.max(top, Math.min(bottom, y(lnZ)));
  const [from, to] = [inside(within), inside(-within)];
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
function densityLabels(data: EndPlotData, { x, bars }: Drawn, y: Scale): Label[] {
  const { density, labels, style } = data;
  if (!density) return [];
  const values = Array.from(density.density);
  const [, peak] = computeExtent(values, [0, 0]);
  const i = values.findLastIndex((value) => value >= peak / 2);
  const at = y(density.lnZ[i] ?? 0) - 2;
  const beside = bars.filter(({ low, high }) => y(low) > at - style.fontPx && y(high) < at);
  const longest = Math.max(values[i] ?? 0, ...beside.map((bar) => bar.density));
  return [{ text: labels.density, x: x(longest) + 8, y: at, anchor: 'start', color: style.palette.ink }];
}

function drawTexts(svg: Svg, data: EndPlotData, drawn: Drawn, frame: Frame, y: Scale): void {
  const { labels, style } = data;
  const { palette, fontPx } = style;
  const { widthPx, heightPx } = frame;
  const foot = footLines(data).map(
    (text, i): Label => ({
      text,
      x: widthPx,
      y: footAt(data, frame, i),
      anchor: 'end',
      color: palette.soft,
    }),
  );
  const taken = [...foot, ...frameTitles(frame, style, { rightTitle: labels.title })];
  const room = { fontPx, top: frame.top - fontPx, bottom: heightPx, taken };
  drawLabels(svg, 'labels', [...placeLabels(densityLabels(data, drawn, y), room), ...taken], style);
}

/** How the walks end: a histogram on the walk's own axis of ln Z, with the exact density. The element is the caller's. */
export function createEndPlot(element: SVGSVGElement): EndPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const frame = openFrame(svg, data.size);
      const y = linearScale(data.domain, [frame.bottom, frame.top]);
      const drawn = drawBars(svg, data, frame, y);
      drawDensity(svg, data, drawn.x, y);
      data.drawBeside?.(svg, { x: drawn.x, y }, { domain: data.domain, bars: drawn.bars.length });
      drawBracket(svg, data, frame, y);
      drawTexts(svg, data, drawn, frame, y);
    },
  };
}
