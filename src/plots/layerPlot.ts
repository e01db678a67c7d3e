import { area, line, type ScaleLinear, scaleLinear, select } from 'd3';
import { drawLayerAxis, drawLeftAxis, part } from './axes.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawLabels, type Label } from './labels.ts';
import type { Domain } from './steadyDomain.ts';
import { thinnedLayers } from './thinnedLayers.ts';

/** One value a layer, [depth + 1], index = layers back from the output; not finite where there is none. */
type Series = ArrayLike<number>;

export interface LayerPlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  readonly depth: number;
  /** Domain of ln of the squared norm, relative to where the pass begins. */
  readonly domain: Domain;
  readonly now: Series | null;
  readonly atStart: Series | null;
  readonly theory: { readonly mean: Series; readonly variance: Series | null };
  /** How many layers back the pass has come; null shows all. */
  readonly revealed: number | null;
  readonly labels: {
    readonly title: string;
    readonly xTitle: string;
    readonly now: string;
    readonly atStart: string;
    readonly theory: string;
  };
}

export interface LayerPlot {
  draw(data: LayerPlotData): void;
}

interface Scales {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

type Svg = ReturnType<typeof select<SVGSVGElement, unknown>>;

function lineOf(series: Series, layers: readonly number[], { x, y }: Scales): string {
  const path = line<number>()
    .defined((k) => Number.isFinite(series[k]))
    .x((k) => x(k))
    .y((k) => y(series[k] ?? 0));
  return path([...layers]) ?? '';
}

function drawTheory(svg: Svg, { theory, style }: LayerPlotData, layers: number[], scales: Scales): void {
  const { mean, variance } = theory;
  const { x, y } = scales;
  const reach = (k: number) => 2 * Math.sqrt(variance?.[k] ?? 0);
  const band = area<number>(
    (k) => x(k),
    (k) => y((mean[k] ?? 0) - reach(k)),
    (k) => y((mean[k] ?? 0) + reach(k)),
  );
  part(svg, 'band')
    .selectAll('path')
    .data(variance ? [band(layers)] : [])
    .join('path')
    .attr('d', (path) => path)
    .attr('fill', style.palette.ink)
    .attr('fill-opacity', 0.08);
  part(svg, 'theory')
    .selectAll('path')
    .data([lineOf(mean, layers, scales)])
    .join('path')
    .attr('d', (path) => path)
    .attr('fill', 'none')
    .attr('stroke', style.palette.ink)
    .attr('stroke-width', 1.1 * style.strokeScale)
    .attr('stroke-dasharray', '5 4');
}

function drawMeasured(svg: Svg, data: LayerPlotData, layers: number[], scales: Scales): void {
  const { now, atStart, revealed, style } = data;
  const { palette, strokeScale } = style;
  const seen = revealed === null ? layers : layers.filter((k) => k <= revealed);
  const curves = [
    { path: atStart ? lineOf(atStart, layers, scales) : '', color: palette.kept, width: 1.2 },
    { path: now ? lineOf(now, seen, scales) : '', color: palette.measured, width: 2 },
  ];
  part(svg, 'measured')
    .selectAll('path')
    .data(curves)
    .join('path')
    .attr('d', ({ path }) => path)
    .attr('fill', 'none')
    .attr('stroke', ({ color }) => color)
    .attr('stroke-width', ({ width }) => width * strokeScale)
    .attr('stroke-linejoin', 'round');
  const head = revealed === null ? undefined : seen.at(-1);
  const isThere = head !== undefined && now !== null && Number.isFinite(now[head]);
  part(svg, 'head')
    .selectAll('circle')
    .data(isThere ? [head] : [])
    .join('circle')
    .attr('cx', (k) => scales.x(k))
    .attr('cy', (k) => scales.y(now?.[k] ?? 0))
    .attr('r', 4.5 * strokeScale)
    .attr('fill', palette.measured)
    .attr('stroke', palette.paper);
}

interface CurveLabel {
  readonly text: string;
  readonly series: Series | null;
  readonly color: string;
}

/** Labels stand where the curves end, at the right; of two that would overlap the later is moved below. */
function drawCurveLabels(svg: Svg, data: LayerPlotData, { x, y }: Scales): void {
  const { labels, style, size, depth, now, atStart, theory } = data;
  const { palette, fontPx } = style;
  const wanted: CurveLabel[] = [
    { text: labels.now, series: data.revealed === null ? now : null, color: palette.measured },
    { text: labels.atStart, series: atStart, color: palette.soft },
    { text: labels.theory, series: theory.mean, color: palette.ink },
  ];
  const [bottom = 0, top = 0] = y.range();
  const placed: number[] = [];
  const placedLabels = wanted.flatMap(({ text, series, color }): Label[] => {
    if (!series || text === '') return [];
    const end = thinnedLayers(depth, 200).findLast((k) => Number.isFinite(series[k]));
    if (end === undefined) return [];
    const middle = y(series[end] ?? 0) + fontPx / 3;
    const at = [0, 1, -1, 2, -2]
      .map((shift) => middle + shift * (fontPx + 1))
      .find((px) => px > top + fontPx && px < bottom + 2 && placed.every((p) => Math.abs(p - px) > fontPx));
    if (at === undefined) return [];
    placed.push(at);
    return [{ text, color, x: x(depth) + 6, y: at, anchor: 'start', isStrong: true }];
  });
  drawLabels(svg, 'labels', placedLabels, style);
  const titles: Label[] = [
    { text: labels.title, x: 0, y: fontPx, anchor: 'start', color: palette.ink, isStrong: true },
    { text: labels.xTitle, x: x(depth), y: size.heightPx - 2, anchor: 'end', color: palette.soft },
  ];
  drawLabels(svg, 'titles', titles, style);
}

/** How a norm goes through the layers of one network: now, at the start, and by theory. The element is the caller's. */
export function createLayerPlot(element: SVGSVGElement): LayerPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { size, style, depth, domain, labels } = data;
      const { widthPx, heightPx, left, right, top, bottom } = size;
      const x = scaleLinear([0, depth], [left, widthPx - right]);
      const y = scaleLinear(domain, [heightPx - bottom, top]).clamp(true);
      const layers = thinnedLayers(depth, 400);
      svg.attr('viewBox', `0 0 ${widthPx} ${heightPx}`);
      const across = widthPx - left - right;
      drawLeftAxis(part(svg, 'y').attr('transform', `translate(${left},0)`), y, across, 3, style);
      drawLayerAxis(
        part(svg, 'x').attr('transform', `translate(0,${heightPx - bottom})`),
        x,
        style,
        labels.xTitle !== '',
      );
      drawTheory(svg, data, layers, { x, y });
      drawMeasured(svg, data, layers, { x, y });
      drawCurveLabels(svg, data, { x, y });
    },
  };
}
