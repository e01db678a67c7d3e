import { rgb } from 'd3';
import type { FigureStyle } from './figureStyle.ts';
import { openCanvas } from './openCanvas.ts';

/** A picture and what was made of it. */
export interface Example {
  /** Grey values 0..1, [rows, columns]; of one row, numbers that are no picture. */
  readonly picture: Float32Array;
  readonly rows: number;
  readonly columns: number;
  /** The reconstruction; null when a class was asked for. */
  readonly answer: Float32Array | null;
  /** Below the picture. */
  readonly label: string;
  readonly isRight: boolean;
}

export interface ExamplePlotData {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly style: FigureStyle;
  readonly examples: readonly Example[];
}

export interface ExamplePlot {
  draw(data: ExamplePlotData): void;
}

const gapPx = 5;
/** Height of a row of numbers that are no picture, as a share of its width. */
const flatness = 0.35;
/** Signs of a label that are shown. */
const mostSigns = 12;

const shortened = (label: string) => (label.length > mostSigns ? `${label.slice(0, mostSigns - 1)}…` : label);

/** Columns, size of the cells and their distance across that show most examples as large as fits. */
function grid({ widthPx, heightPx, examples, style }: ExamplePlotData) {
  const high = examples.some(({ answer }) => answer) ? 2 : 1;
  const label = high === 1 ? 1.25 * style.fontPx : 0;
  // The longest label, `7 (9)` or longer, must not touch its neighbour.
  const longest = Math.max(4, ...examples.map((example) => Math.min(mostSigns, example.label.length)));
  const narrowest = high === 1 ? 0.6 * longest * style.fontPx : 24;
  const most = Math.max(3, Math.floor((widthPx + gapPx) / (narrowest + gapPx)));
  for (let columns = 3; columns <= most; columns++) {
    const cell = (widthPx + gapPx) / columns - gapPx;
    const tall = cell * (examples.some((example) => example.rows > 1) ? 1 : flatness);
    const rowPx = high * tall + label + gapPx;
    const rows = Math.floor((heightPx + gapPx) / rowPx);
    const acrossPx = cell + gapPx;
    if (rows > 0 && (rows * columns >= examples.length || columns === most)) {
      return { columns, cell, tall, rows, rowPx, acrossPx };
    }
  }
  // Where not even one row has room, its pictures are as small as it takes, and their labels stay where they were.
  const low = Math.max(1, (heightPx - label) / high);
  return {
    columns: most,
    cell: low,
    tall: low,
    rows: 1,
    rowPx: heightPx,
    acrossPx: (widthPx + gapPx) / most,
  };
}

function createBitmap(
  picture: Float32Array,
  { rows, columns }: Example,
  { palette }: FigureStyle,
): OffscreenCanvas {
  const bitmap = new OffscreenCanvas(columns, rows);
  const [paper, ink] = [rgb(palette.panel), rgb(palette.ink)];
  const data = new ImageData(columns, rows);
  for (const [i, value] of picture.entries()) {
    const share = Math.max(0, Math.min(1, value));
    const mix = (from: number, to: number) => from + (to - from) * share;
    data.data.set([mix(paper.r, ink.r), mix(paper.g, ink.g), mix(paper.b, ink.b), 255], 4 * i);
  }
  bitmap.getContext('2d')?.putImageData(data, 0, 0);
  return bitmap;
}

/** Pictures with the network's answers: classes below them, or reconstructions. The canvas is the caller's. */
export function createExamplePlot(canvas: HTMLCanvasElement): ExamplePlot {
  const context = canvas.getContext('2d');
  return {
    draw(data) {
      if (!context) return;
      const { style, examples } = data;
      openCanvas(canvas, context, data);
      const { columns, cell, tall, rows, rowPx, acrossPx } = grid(data);
      context.font = `600 ${style.fontPx}px ${getComputedStyle(canvas).fontFamily}`;
      context.textAlign = 'center';
      // One row of numbers is a row of bars, not a ramp.
      context.imageSmoothingEnabled = examples.every((example) => example.rows > 1);
      for (const [i, example] of examples.slice(0, rows * columns).entries()) {
        const { picture, answer, label, isRight } = example;
        const left = (i % columns) * acrossPx + (acrossPx - gapPx - cell) / 2;
        const top = Math.floor(i / columns) * rowPx;
        context.drawImage(createBitmap(picture, example, style), left, top, cell, tall);
        if (answer) context.drawImage(createBitmap(answer, example, style), left, top + tall, cell, tall);
        else {
          context.fillStyle = isRight ? style.palette.soft : style.palette.measured;
          context.fillText(shortened(label), left + cell / 2, top + tall + style.fontPx);
        }
      }
    },
  };
}
