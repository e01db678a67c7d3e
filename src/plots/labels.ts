import type { Selection } from 'd3';
import type { FigureStyle } from './figureStyle.ts';
import { part } from './part.ts';

/** A few words in a figure. */
export interface Label {
  readonly text: string;
  /** Where they begin or end, on their base line, px. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly color: string;
  readonly isStrong?: boolean;
  /** Lines below the first, which stay with it. */
  readonly below?: readonly string[];
}

/** From a line's base to that of the next, em. */
export const lineEm = 1.1;

/** Width of a text in em, roughly: the typeface's mean. */
const charEm = 0.54;

/** Width of a text, px, roughly. */
export const textPx = (text: string, fontPx: number) => charEm * fontPx * text.length;

/** A text in lines of whole words that are no wider than `roomPx`, but for a word that is. */
export function wrapText(text: string, roomPx: number, fontPx: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textPx(longer, fontPx) <= roomPx) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A label line by line. */
export const linesOf = ({ below = [], ...label }: Label, fontPx: number): Label[] =>
  [label.text, ...below].map((text, i) => ({ ...label, text, y: label.y + lineEm * fontPx * i }));

/** The labels of a group as they were last written. */
export const writtenLabels = (
  svg: Selection<SVGSVGElement, unknown, null, undefined>,
  group: string,
): readonly Label[] => svg.selectAll<SVGTextElement, Label>(`:scope > g.${group} text`).data();

/** Writes the labels of one group of a figure, each with a halo of paper that keeps it legible over lines. */
export function drawLabels(
  svg: Selection<SVGSVGElement, unknown, null, undefined>,
  group: string,
  labels: readonly Label[],
  { palette, fontPx, strokeScale }: FigureStyle,
): void {
  part(svg, group)
    .selectAll<SVGTextElement, Label>('text')
    .data(labels.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)))
    .join('text')
    // A text that is set is laid out anew, also where it is the same.
    .each(function write({ text }) {
      if (this.textContent !== text) this.textContent = text;
    })
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .attr('text-anchor', ({ anchor }) => anchor)
    .attr('font-size', fontPx)
    .attr('font-weight', ({ isStrong }) => (isStrong ? 600 : 400))
    .attr('fill', ({ color }) => color)
    .attr('stroke', palette.paper)
    .attr('stroke-width', 3 * strokeScale)
    .attr('stroke-linejoin', 'round')
    .attr('paint-order', 'stroke');
}
