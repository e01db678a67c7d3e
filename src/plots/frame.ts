import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawLabels, type Label, lineEm, wrapText } from './labels.ts';
import type { Svg } from './part.ts';

/** The edges of a figure's plotting area, px from its upper left corner. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly acrossPx: number;
  readonly highPx: number;
  /** Outer size, px. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The plotting area of a size; one that the margins leave no room is 1 px wide and high. */
export function computeFrame({ widthPx, heightPx, ...margins }: FigureSize): Frame {
  const acrossPx = Math.max(1, widthPx - margins.left - margins.right);
  const highPx = Math.max(1, heightPx - margins.top - margins.bottom);
  const { left, top } = margins;
  return { left, right: left + acrossPx, top, bottom: top + highPx, acrossPx, highPx, widthPx, heightPx };
}

/** Fits the element to a figure and gives its plotting area. */
export function openFrame(svg: Svg, size: FigureSize): Frame {
  svg.attr('viewBox', `0 0 ${size.widthPx} ${size.heightPx}`);
  return computeFrame(size);
}

/** What a figure and its axes are called; an empty text is left out. */
export interface FrameTitles {
  /** The figure's name, over its left end. */
  readonly title?: string;
  /** What stands at the left axis: over it, below the figure's name where there is one. */
  readonly yTitle?: string;
  /** What stands at the right axis. */
  readonly rightTitle?: string;
  /** What stands along the bottom axis: at the figure's foot, under its right end; in lines where it is wider than the figure. */
  readonly xTitle?: string;
  /** Lines of type between the bottom axis' title and the foot; 0 by default. */
  readonly footLines?: number;
}

/** The titles around a plotting area as labels. */
export function frameTitles(frame: Frame, style: FigureStyle, titles: FrameTitles): Label[] {
  const { title = '', yTitle = '', rightTitle = '', xTitle = '', footLines = 0 } = titles;
  const { fontPx, palette } = style;
  const { widthPx, heightPx, right } = frame;
  const soft = palette.soft;
  const xLines = wrapText(xTitle, right, fontPx);
  const labels: Label[] = [
    { text: title, x: 0, y: fontPx, anchor: 'start', color: palette.ink, isStrong: true },
    { text: yTitle, x: 0, y: (title === '' ? 1 : 2.3) * fontPx, anchor: 'start', color: soft },
    { text: rightTitle, x: widthPx, y: fontPx, anchor: 'end', color: soft },
    ...xLines.map((text, i): Label => {
      const y = heightPx - 2 - (footLines * 1.5 + (xLines.length - 1 - i) * lineEm) * fontPx;
      return { text, x: right, y, anchor: 'end', color: soft };
    }),
  ];
  return labels.filter(({ text }) => text !== '');
}

/** Writes the titles around a plotting area. */
export function drawTitles(svg: Svg, frame: Frame, style: FigureStyle, titles: FrameTitles): void {
  drawLabels(svg, 'titles', frameTitles(frame, style, titles), style);
}
