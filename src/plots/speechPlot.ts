import { rgb } from 'd3';
import type { FigureStyle } from './figureStyle.ts';
import { openCanvas } from './openCanvas.ts';
import { apartTicks } from './ticks.ts';
import { writtenNumber } from './writtenNumber.ts';

/** A stretch of time with a name; places are shares of the whole sound. */
export interface SpeechMark {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly isRight: boolean;
}

/** What stands along the sound: names, or a level 0..1 for each of equal stretches between `from` and `to`. */
export type SpeechRow =
  | { readonly title: string; readonly marks: readonly SpeechMark[] }
  | {
      readonly title: string;
      readonly levels: readonly number[];
      readonly from: number;
      readonly to: number;
    };

export interface SpeechPlotData {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly style: FigureStyle;
  /** Levels 0..255, [columns, lines] from frequency 0 up. */
  readonly spectrogram: Uint8Array;
  readonly columns: number;
  readonly lines: number;
  readonly seconds: number;
  readonly kilohertz: number;
  readonly rows: readonly SpeechRow[];
  /** Share that is played; null while nothing is. */
  readonly played: number | null;
}

export interface SpeechPlot {
  draw(data: SpeechPlotData): void;
}

type Picture = Pick<SpeechPlotData, 'spectrogram' | 'columns' | 'lines' | 'style'>;

/** The spectrogram as a picture, loud as ink, high frequencies above. */
function createBitmap({ spectrogram, columns, lines, style: { palette } }: Picture): OffscreenCanvas {
  const bitmap = new OffscreenCanvas(columns, lines);
  const [paper, ink] = [rgb(palette.paper), rgb(palette.ink)];
  const image = new ImageData(columns, lines);
  for (let column = 0; column < columns; column++) {
    for (let line = 0; line < lines; line++) {
      const share = (spectrogram[column * lines + line] ?? 0) / 255;
      const mix = (from: number, to: number) => from + (to - from) * share;
      const place = (lines - 1 - line) * columns + column;
      image.data.set([mix(paper.r, ink.r), mix(paper.g, ink.g), mix(paper.b, ink.b), 255], 4 * place);
    }
  }
  bitmap.getContext('2d')?.putImageData(image, 0, 0);
  return bitmap;
}

/** Where things stand, px. */
function placesOf({ widthPx, heightPx, style: { fontPx }, rows }: SpeechPlotData) {
  const row = 1.7 * fontPx;
  const left = 5.2 * fontPx;
  const axis = 1.4 * fontPx;
  return { left, row, width: widthPx - left - 0.4 * fontPx, height: heightPx - rows.length * row - axis };
}

type Places = ReturnType<typeof placesOf>;

/** A row of names: each over a line as long as it lasts, strong and coloured where it is wrong. */
function drawMarks(
  context: CanvasRenderingContext2D,
  { palette, fontPx, strokeScale }: FigureStyle,
  marks: readonly SpeechMark[],
  { left, width, row }: Places,
  top: number,
): void {
  context.textAlign = 'center';
  for (const { from, to, label, isRight } of marks) {
    const [start, end] = [left + from * width, left + to * width];
    const thick = (isRight ? 1 : 3.5) * strokeScale;
    context.fillStyle = isRight ? palette.soft : palette.measured;
    context.fillRect(start + 0.5, top + row - thick - 1, Math.max(1, end - start - 1), thick);
    if (context.measureText(label).width <= end - start) {
      context.fillStyle = isRight ? palette.ink : palette.measured;
      context.fillText(label, (start + end) / 2, top + fontPx);
    }
  }
}

function drawRow(
  context: CanvasRenderingContext2D,
  style: FigureStyle,
  row: SpeechRow,
  places: Places,
  top: number,
): void {
  context.textAlign = 'right';
  context.fillStyle = style.palette.soft;
  context.fillText(row.title, places.left - 0.5 * style.fontPx, top + style.fontPx);
  if ('marks' in row) {
    drawMarks(context, style, row.marks, places, top);
    return;
  }
  context.fillStyle = style.palette.measured;
  const step = ((row.to - row.from) * places.width) / Math.max(1, row.levels.length);
  for (const [i, level] of row.levels.entries()) {
    const height = Math.max(0, Math.min(1, level)) * (places.row - 2);
    context.fillRect(
      places.left + row.from * places.width + i * step,
      top + places.row - 1 - height,
      step,
      height,
    );
  }
}

/** Frequencies beside the spectrogram, seconds below everything. */
function drawAxes(context: CanvasRenderingContext2D, data: SpeechPlotData, places: Places): void {
  const { style, seconds, kilohertz, heightPx } = data;
  const { palette, fontPx } = style;
  context.fillStyle = palette.soft;
  context.textAlign = 'right';
  const baseline = (kHz: number) =>
    Math.max(0.85 * fontPx, Math.min(places.height * (1 - kHz / kilohertz) + 0.35 * fontPx, places.height));
  const frequencies = [0, kilohertz / 2, kilohertz];
  for (const kHz of apartTicks(frequencies, baseline, () => 0.5 * fontPx)) {
    const text = kHz === kilohertz ? `${kHz} kHz` : String(kHz);
    context.fillText(text, places.left - 0.5 * fontPx, baseline(kHz));
  }
  context.textAlign = 'center';
  for (let at = 0; at <= seconds; at += 0.2) {
    const text = `${writtenNumber(at.toFixed(1))} s`;
    const half = context.measureText(text).width / 2;
    const x = places.left + (at / seconds) * places.width;
    context.fillText(
      text,
      Math.min(Math.max(x, places.left + half), places.left + places.width - half),
      heightPx - 0.2 * fontPx,
    );
  }
}

/** An utterance's spectrogram, and along it what is said and what a network makes of it. The canvas is the caller's. */
export function createSpeechPlot(canvas: HTMLCanvasElement): SpeechPlot {
  const context = canvas.getContext('2d');
  let known: {
    readonly spectrogram: Uint8Array;
    readonly ink: string;
    readonly bitmap: OffscreenCanvas;
  } | null = null;
  return {
    draw(data) {
      if (!context) return;
      const { style, rows, spectrogram, played } = data;
      const { palette, fontPx, strokeScale } = style;
      if (known?.spectrogram !== spectrogram || known.ink !== palette.ink)
        known = { spectrogram, ink: palette.ink, bitmap: createBitmap(data) };
      openCanvas(canvas, context, data);
      context.font = `${fontPx}px ${getComputedStyle(canvas).fontFamily}`;
      const places = placesOf(data);
      context.drawImage(known.bitmap, places.left, 0, places.width, places.height);
      for (const [i, row] of rows.entries())
        drawRow(context, style, row, places, places.height + i * places.row);
      drawAxes(context, data, places);
      if (played === null) return;
      context.fillStyle = palette.measured;
      context.fillRect(
        places.left + played * places.width - strokeScale,
        0,
        2 * strokeScale,
        places.height + rows.length * places.row,
      );
    },
  };
}
