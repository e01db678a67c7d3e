import { rgb, scaleLinear, select } from 'd3';
import { drawLayerAxis, drawLeftAxis, part } from './axes.ts';
import { fateColor } from './fateColor.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawWords } from './words.ts';

export interface HeatPlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  readonly depth: number;
  /** Measured rows in the order of their steps: ln of the squared norm at every layer back, relative to where the pass begins. */
  readonly rows: readonly { readonly step: number; readonly values: ArrayLike<number> }[];
  /** Steps of the whole run. */
  readonly steps: number;
  readonly words: {
    readonly title: string;
    readonly xTitle: string;
    readonly yTitle: string;
    /** What the two ends and the middle of the colour scale mean. */
    readonly scale: readonly string[];
  };
}

export interface HeatPlot {
  draw(data: HeatPlotData): void;
}

/** A thin key of the colour scale over the figure's right end, with its words. */
function drawKey(
  svg: ReturnType<typeof select<SVGSVGElement, unknown>>,
  { size, style, words }: HeatPlotData,
) {
  const { fontPx, palette } = style;
  const colors = [palette.vanished, palette.kept, palette.exploded];
  const charPx = 0.52 * fontPx;
  let right = size.widthPx - size.right;
  const entries = words.scale
    .map((text, i) => ({ text, color: colors[i] ?? palette.kept }))
    .toReversed()
    .map(({ text, color }) => {
      const entry = { text, color, x: right };
      right -= text.length * charPx + 1.6 * fontPx;
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
  drawWords(
    svg,
    'key-words',
    entries.map(({ text, x }) => ({ text, x, y: fontPx, anchor: 'end', color: palette.soft })),
    style,
  );
}

/** Layers across, steps downwards, the diverging scale of fates as colour: canvas under SVG axes. */
export function createHeatPlot(canvas: HTMLCanvasElement, element: SVGSVGElement): HeatPlot {
  const svg = select<SVGSVGElement, unknown>(element);
  const context = canvas.getContext('2d');

  function paint({ size, style, depth, rows, steps }: HeatPlotData): void {
    if (!context) return;
    const ratio = Math.min(3, globalThis.devicePixelRatio || 1);
    canvas.width = Math.round(size.widthPx * ratio);
    canvas.height = Math.round(size.heightPx * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const columns = Math.min(depth + 1, Math.max(1, Math.round(size.widthPx - size.left - size.right)));
    const color = fateColor(style.palette);
    const dead = rgb(style.palette.panel);
    const high = size.heightPx - size.top - size.bottom;
    const y = (step: number) => size.top + (high * Math.min(step, steps)) / Math.max(steps, 1);
    const strip = new ImageData(columns, 1);
    for (const [i, { step, values }] of rows.entries()) {
      for (let column = 0; column < columns; column++) {
        const value = values[Math.round((column / Math.max(1, columns - 1)) * depth)] ?? Number.NaN;
        const { r, g, b } = Number.isFinite(value) ? rgb(color(value)) : dead;
        strip.data.set([r, g, b, 255], 4 * column);
      }
      const end = rows[i + 1]?.step ?? step + (step - (rows[i - 1]?.step ?? 0) || steps / 100);
      const bitmap = new OffscreenCanvas(columns, 1);
      bitmap.getContext('2d')?.putImageData(strip, 0, 0);
      context.imageSmoothingEnabled = false;
      const top = y(step);
      context.drawImage(
        bitmap,
        size.left,
        top,
        size.widthPx - size.left - size.right,
        Math.max(1, y(end) - top + 0.5),
      );
    }
  }

  return {
    draw(data) {
      const { size, style, depth, steps, words } = data;
      const { widthPx, heightPx, left, right, top, bottom } = size;
      const x = scaleLinear([0, depth], [left, widthPx - right]);
      const y = scaleLinear([0, steps], [top, heightPx - bottom]);
      svg.attr('viewBox', `0 0 ${widthPx} ${heightPx}`);
      drawLeftAxis(part(svg, 'y').attr('transform', `translate(${left},0)`), y, 0, 4, style);
      drawLayerAxis(part(svg, 'x').attr('transform', `translate(0,${heightPx - bottom})`), x, style, true);
      paint(data);
      drawKey(svg, data);
      drawWords(
        svg,
        'titles',
        [
          {
            text: words.title,
            x: 0,
            y: style.fontPx,
            anchor: 'start',
            color: style.palette.ink,
            isStrong: true,
          },
          {
            text: words.xTitle,
            x: widthPx - right,
            y: heightPx - 2,
            anchor: 'end',
            color: style.palette.soft,
          },
          { text: words.yTitle, x: 0, y: heightPx - 2, anchor: 'start', color: style.palette.soft },
        ],
        style,
      );
    },
  };
}
