import { create, rgb, select } from 'd3';
import { drawLayerAxis, drawLeftAxis } from './axes.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { computeFrame, drawTitles, openFrame } from './frame.ts';
import { computeHeatSigns, type HeatBand, type HeatSign, signPath, wholeReachEm } from './heatSigns.ts';
import { drawLabels, type Label } from './labels.ts';
import { openCanvas } from './openCanvas.ts';
import { outcomeColor } from './outcomeColor.ts';
import { part, type Svg } from './part.ts';
import { linearScale } from './scales.ts';

export interface HeatPlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  readonly depth: number;
  /** Measured rows in the order of their steps: ln of the squared norm at every layer back, relative to where the pass begins. */
  readonly rows: readonly { readonly step: number; readonly values: ArrayLike<number> }[];
  /** Steps of the whole run. */
  readonly steps: number;
  readonly labels: {
    readonly title: string;
    readonly xTitle: string;
    readonly yTitle: string;
    /** What the two ends and the middle of the colour scale mean. */
    readonly scale: readonly string[];
  };
}

export interface HeatPlot {
  draw(data: HeatPlotData): void;
  /** The cells as last painted on the canvas, as SVG; null before the first drawing. */
  vector(): SVGGElement | null;
}

const charEm = 0.52;
const boldEm = 0.48;
const gapEm = 1.6;
/** Room at the right end of the first line for the figure's menu. */
const menuEm = 2.4;

/** Whether a title and the key of the colour scale have room on one line. */
export function fitsKey(title: string, scale: readonly string[], widthPx: number, fontPx: number): boolean {
  const keyEm = scale.reduce((sum, text) => sum + text.length * charEm + gapEm, 0);
  return (title.length * boldEm + keyEm + menuEm) * fontPx <= widthPx;
}

/** A thin key of the colour scale over the figure's right end, with its labels. */
function drawKey(svg: Svg, { size, style, labels }: HeatPlotData): void {
  const { fontPx, palette } = style;
  const colors = [palette.vanished, palette.kept, palette.exploded];
  const charPx = charEm * fontPx;
  let right = size.widthPx - menuEm * fontPx;
  const entries = labels.scale
    .map((text, place) => ({ text, place, color: colors[place] ?? palette.kept }))
    .toReversed()
    .map((one) => {
      const entry = { ...one, x: right };
      right -= one.text.length * charPx + gapEm * fontPx;
      return entry;
    });
  part(svg, 'key')
    .selectAll('rect')
    .data(entries)
    .join('rect')
    .attr('x', ({ x, text }) => x - text.length * charPx - fontPx)
    .attr('y', 0.25 * fontPx)
    .attr('width', 0.75 * fontPx)
    .attr('height', 0.75 * fontPx)
    .attr('fill', ({ color }) => color);
  const signs = entries.flatMap(({ text, x, place }) => {
    if (place === 1) return [];
    const [middle, reachPx] = [x - text.length * charPx - 0.625 * fontPx, wholeReachEm * fontPx];
    return [{ x: middle, y: 0.625 * fontPx, reachPx, isGrown: place === 2 }];
  });
  drawSigns(svg, 'key-signs', signs, style);
  const texts = entries.map(
    ({ text, x }): Label => ({ text, x, y: fontPx, anchor: 'end', color: palette.soft }),
  );
  drawLabels(svg, 'key-labels', texts, style);
}

/** One band a measured step, one cell a layer or a px, whichever is wider. */
function computeBands({ size, depth, rows, steps }: HeatPlotData): HeatBand[] {
  const { acrossPx, highPx: high, top } = computeFrame(size);
  const columns = Math.min(depth + 1, Math.round(acrossPx));
  const y = (step: number) => top + (high * Math.min(step, steps)) / Math.max(steps, 1);
  return rows.map(({ step, values }, i) => {
    const end = rows[i + 1]?.step ?? step + (step - (rows[i - 1]?.step ?? 0) || steps / 100);
    const topPx = y(step);
    const shown = Array.from(
      { length: columns },
      (_, column) => values[Math.round((column / Math.max(1, columns - 1)) * depth)] ?? Number.NaN,
    );
    return { topPx, highPx: Math.max(1, y(end) - topPx + 0.5), values: shown };
  });
}

/** The colours of a band's cells; what is no number is empty. */
function colorsOf({ values }: HeatBand, { palette }: HeatPlotData['style']): string[] {
  const color = outcomeColor(palette);
  return values.map((value) => (Number.isFinite(value) ? color(value) : palette.panel));
}

/** Pluses and minuses over cells or over the key, in the paper's colour. */
function drawSigns(svg: Svg, group: string, signs: readonly HeatSign[], style: HeatPlotData['style']): void {
  part(svg, group)
    .attr('pointer-events', 'none')
    .selectAll('path')
    .data(signs)
    .join('path')
    .attr('class', ({ isGrown }) => (isGrown ? 'grown' : 'shrunk'))
    .attr('d', signPath)
    .attr('stroke', style.palette.paper)
    .attr('stroke-width', 1.2 * style.strokeScale)
    .attr('stroke-linecap', 'round');
}

/** The cells as SVG: a group a measured step, a rectangle a cell. */
function heatVector(data: HeatPlotData): SVGGElement {
  const { left, acrossPx } = computeFrame(data.size);
  const root = create<SVGGElement>('svg:g').attr('class', 'cells').attr('shape-rendering', 'crispEdges');
  for (const band of computeBands(data)) {
    const { topPx, highPx } = band;
    const colors = colorsOf(band, data.style);
    const cellPx = acrossPx / colors.length;
    root
      .append('g')
      .selectAll('rect')
      .data(colors)
      .join('rect')
      .attr('x', (_, column) => (left + column * cellPx).toFixed(2))
      .attr('y', topPx.toFixed(2))
      .attr('width', cellPx.toFixed(2))
      .attr('height', highPx.toFixed(2))
      .attr('fill', (color) => rgb(color).formatHex());
  }
  return root.node() ?? document.createElementNS('http://www.w3.org/2000/svg', 'g');
}

/** Layers across, steps downwards, the diverging scale of outcomes as colour: canvas under SVG axes. */
export function createHeatPlot(canvas: HTMLCanvasElement, element: SVGSVGElement): HeatPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  const context = canvas.getContext('2d');

  let drawn: HeatPlotData | null = null;

  function paint(data: HeatPlotData, bands: readonly HeatBand[]): void {
    if (!context) return;
    const { left, acrossPx } = computeFrame(data.size);
    openCanvas(canvas, context, data.size);
    context.imageSmoothingEnabled = false;
    for (const band of bands) {
      const { topPx, highPx } = band;
      const colors = colorsOf(band, data.style);
      const strip = new ImageData(colors.length, 1);
      for (const [column, color] of colors.entries()) {
        const { r, g, b } = rgb(color);
        strip.data.set([r, g, b, 255], 4 * column);
      }
      const bitmap = new OffscreenCanvas(colors.length, 1);
      bitmap.getContext('2d')?.putImageData(strip, 0, 0);
      context.drawImage(bitmap, left, topPx, acrossPx, highPx);
    }
  }

  return {
    vector: () => drawn && heatVector(drawn),
    draw(data) {
      drawn = data;
      const { size, style, depth, steps, labels } = data;
      const frame = openFrame(svg, size);
      const x = linearScale([0, depth], [frame.left, frame.right]);
      const y = linearScale([0, steps], [frame.top, frame.bottom]);
      drawLeftAxis(svg, frame, y, style, 4, 'none');
      drawLayerAxis(svg, frame, x, style, true);
      const bands = computeBands(data);
      paint(data, bands);
      drawSigns(svg, 'signs', computeHeatSigns(bands, frame, style.fontPx), style);
      drawKey(svg, data);
      drawTitles(svg, frame, style, { title: labels.title, xTitle: labels.xTitle });
      const step: Label = {
        text: labels.yTitle,
        x: 0,
        y: size.heightPx - 2,
        anchor: 'start',
        color: style.palette.soft,
      };
      drawLabels(svg, 'labels', [step], style);
    },
  };
}
