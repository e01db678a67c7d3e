import { rgb } from 'd3';
import type { FigureStyle } from './figureStyle.ts';
import { openCanvas } from './openCanvas.ts';

/** A picture and what was made of it. */
export interface Example {
  /** Grey values 0..1, [side, side]. */
  readonly picture: Float32Array;
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

/** Columns and size of the cells that show most examples as large as fits. */
function grid({ widthPx, heightPx, examples, style }: ExamplePlotData) {
  const high = examples.some(({ answer }) => answer) ? 2 : 1;
  const label = high === 1 ? 1.25 * style.fontPx : 0;
  // The longest label, `7 (9)`, must not touch its neighbour.
  const narrowest = high === 1 ? 2.4 * style.fontPx : 24;
  const most = Math.max(3, Math.floor((widthPx + gapPx) / (narrowest + gapPx)));
  for (let columns = 3; columns <= most; columns++) {
    const cell = (widthPx + gapPx) / columns - gapPx;
    const rows = Math.floor((heightPx + gapPx) / (high * cell + label + gapPx));
    if (rows * columns >= examples.length || columns === most) {
      return { columns, cell, rows: Math.max(1, rows), rowPx: high * cell + label + gapPx };
    }
  }
  return { columns: most, cell: narrowest, rows: 1, rowPx: heightPx };
}

function createBitmap(picture: Float32Array, { palette }: FigureStyle): OffscreenCanvas {
  const side = Math.round(Math.sqrt(picture.length));
  const bitmap = new OffscreenCanvas(side, side);
  const [paper, ink] = [rgb(palette.panel), rgb(palette.ink)];
  const data = new ImageData(side, side);
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
      const { columns, cell, rows, rowPx } = grid(data);
      context.font = `600 ${style.fontPx}px ${getComputedStyle(canvas).fontFamily}`;
      context.textAlign = 'center';
      for (const [i, { picture, answer, label, isRight }] of examples.slice(0, rows * columns).entries()) {
        const left = (i % columns) * (cell + gapPx);
        const top = Math.floor(i / columns) * rowPx;
        context.drawImage(createBitmap(picture, style), left, top, cell, cell);
        if (answer) context.drawImage(createBitmap(answer, style), left, top + cell, cell, cell);
        else {
          context.fillStyle = isRight ? style.palette.soft : style.palette.measured;
          context.fillText(label, left + cell / 2, top + cell + style.fontPx);
        }
      }
    },
  };
}
