import { select } from 'd3';
import { drawLayerAxis, drawLeftAxis } from './axes.ts';
import { bandAround, layerPoints, pathThrough } from './curvePath.ts';
import { drawPinLines } from './dashedLines.ts';
import type { Domain } from './domain.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawTitles, type Frame, openFrame } from './frame.ts';
import { drawLabels, type Label, linesOf, wrapText } from './labels.ts';
import { part, type Svg } from './part.ts';
import { placeLabels } from './placeLabels.ts';
import { linearScale, type Place } from './scales.ts';
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
  /** Of networks that this one is compared with, in colours and dashes of their own. */
  readonly pins: readonly { readonly series: Series; readonly color: string; readonly dash: string }[];
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

/** The band of theory reaches this many standard deviations to both sides. */
const bandDeviations = 2;
/** Layers that a line is drawn through, at most about. */
const mostLayers = 400;

function drawTheory(svg: Svg, { theory, style }: LayerPlotData, layers: number[], place: Place): void {
  const { mean, variance } = theory;
  const band = layers.map(
    (k) => [k, mean[k] ?? Number.NaN, bandDeviations * Math.sqrt(variance?.[k] ?? 0)] as const,
  );
  part(svg, 'band')
    .selectAll('path')
    .data(variance ? [bandAround(band, place)] : [])
    .join('path')
    .attr('d', (path) => path)
    .attr('fill', style.palette.ink)
    .attr('fill-opacity', 0.08);
  part(svg, 'theory')
    .selectAll('path')
    .data([pathThrough(layerPoints(mean, layers), place)])
    .join('path')
    .attr('d', (path) => path)
    .attr('fill', 'none')
    .attr('stroke', style.palette.ink)
    .attr('stroke-width', 1.1 * style.strokeScale)
    .attr('stroke-dasharray', '5 4');
}

/** Pins as far back as this network goes. */
function drawPins(svg: Svg, { pins, depth, style }: LayerPlotData, place: Place): void {
  const lines = pins.map(({ series, color, dash }) => {
    const layers = thinnedLayers(Math.min(depth, series.length - 1), mostLayers);
    return { path: pathThrough(layerPoints(series, layers), place), color, dash, width: 1.6 };
  });
  drawPinLines(svg, lines, style);
}

function drawMeasured(svg: Svg, data: LayerPlotData, layers: number[], place: Place): void {
  const { now, atStart, revealed, style } = data;
  const { palette, strokeScale } = style;
  const seen = revealed === null ? layers : layers.filter((k) => k <= revealed);
  const pathOf = (series: Series | null, over: number[]) =>
    series ? pathThrough(layerPoints(series, over), place) : '';
  const curves = [
    { path: pathOf(atStart, layers), color: palette.kept, width: 1.2 },
    { path: pathOf(now, seen), color: palette.measured, width: 2 },
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
    .attr('cx', (k) => place.x(k))
    .attr('cy', (k) => place.y(now?.[k] ?? 0))
    .attr('r', 4.5 * strokeScale)
    .attr('fill', palette.measured)
    .attr('stroke', palette.paper);
}

/** Names where the curves end: beside the plotting area, in as many lines as it takes, or in it where a curve ends early. */
function endLabels(data: LayerPlotData, frame: Frame, { x, y }: Place): Label[] {
  const { labels, style, depth, now, atStart, theory, revealed } = data;
  const { palette, fontPx } = style;
  const curves = [
    { text: labels.now, series: revealed === null ? now : null, color: palette.measured },
    { text: labels.atStart, series: atStart, color: palette.soft },
    { text: labels.theory, series: theory.mean, color: palette.ink },
  ];
  const layers = thinnedLayers(depth, 200);
  const wanted = curves.flatMap(({ text, series, color }): Label[] => {
    const end = series ? layers.findLast((k) => k > 0 && Number.isFinite(series[k])) : undefined;
    if (!series || end === undefined) return [];
    const from = x(end) + 6;
    const [first = '', ...below] = wrapText(text, frame.widthPx - from, fontPx);
    const place = { x: from, y: y(series[end] ?? 0) + fontPx / 3, anchor: 'start' } as const;
    return [{ text: first, below, color, isStrong: true, ...place }];
  });
  const room = { fontPx, top: frame.top - fontPx / 3, bottom: frame.bottom + 4, reach: 5 };
  const placed = placeLabels(wanted, room);
  return placed.flatMap((label) => linesOf(label, fontPx));
}

/** How a norm goes through the layers of one network: now, at the start, and by theory. The element is the caller's. */
export function createLayerPlot(element: SVGSVGElement): LayerPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { size, style, depth, domain, labels } = data;
      const frame = openFrame(svg, size);
      const x = linearScale([0, depth], [frame.left, frame.right]);
      const y = linearScale(domain, [frame.bottom, frame.top]).clamp(true);
      const layers = thinnedLayers(depth, mostLayers);
      drawLeftAxis(svg, frame, y, style, 3);
      drawLayerAxis(svg, frame, x, style, labels.xTitle !== '');
      drawTheory(svg, data, layers, { x, y });
      drawPins(svg, data, { x, y });
      drawMeasured(svg, data, layers, { x, y });
      drawLabels(svg, 'labels', endLabels(data, frame, { x, y }), style);
      drawTitles(svg, frame, style, labels);
    },
  };
}
