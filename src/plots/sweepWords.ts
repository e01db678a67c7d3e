import type { select } from 'd3';
import type { SweepPlotData, SweepScales } from './sweepPlotData.ts';
import { drawWords, type Words } from './words.ts';

type Svg = ReturnType<typeof select<SVGSVGElement, unknown>>;

/** Width of a text, roughly. */
const textPx = (text: string, fontPx: number) => 0.54 * fontPx * text.length;

/** Names of the marked values at the top of their lines, in rows so that none covers another; or left out. */
function markWords({ marks, style, size }: SweepPlotData, { x }: SweepScales): Words[] {
  const { fontPx, palette } = style;
  const rows: number[] = [];
  return marks
    .toSorted((a, b) => a.x - b.x)
    .map(({ x: at, label, tone }): Words => {
      const right = x(at) + 4 + textPx(label, fontPx) < size.widthPx;
      const from = right ? x(at) + 4 : x(at) - 4 - textPx(label, fontPx);
      const free = rows.findIndex((end) => end < from);
      const row = free < 0 ? rows.length : free;
      rows[row] = from + textPx(label, fontPx) + 6;
      return {
        text: label,
        x: right ? x(at) + 4 : x(at) - 4,
        y: size.top + fontPx * (1 + 1.25 * row),
        anchor: right ? 'start' : 'end',
        color: palette[tone],
      };
    });
}

/** Names of the curves at their places; of two that would overlap the later is left out. */
function curveWords(data: SweepPlotData, { x, y }: SweepScales, taken: readonly Words[]): Words[] {
  const { curves, style, size } = data;
  const { fontPx, palette } = style;
  const placed: Words[] = [...taken];
  const words: Words[] = [];
  for (const { points, label, labelAt, labelBelow, labelAnchor, tone } of curves) {
    const visible = points.filter(([, value]) => Number.isFinite(value));
    const point = visible[Math.round(labelAt * (visible.length - 1))];
    if (!point || label === '') continue;
    const wanted = labelAnchor ?? (labelAt > 0.5 ? 'end' : 'start');
    const isEnd = wanted === 'end' || x(point[0]) + 4 + textPx(label, fontPx) > size.widthPx;
    const word: Words = {
      text: label,
      x: Math.min(x(point[0]) + (isEnd ? -4 : 4), size.widthPx - 2),
      y: Math.max(size.top + fontPx, y(point[1]) + (labelBelow ? fontPx + 4 : -7)),
      anchor: isEnd ? 'end' : 'start',
      color: palette[tone],
      isStrong: true,
    };
    const left = (one: Words) => (one.anchor === 'end' ? one.x - textPx(one.text, fontPx) : one.x);
    const overlaps = placed.some(
      (other) =>
        Math.abs(other.y - word.y) < fontPx &&
        left(other) < left(word) + textPx(word.text, fontPx) &&
        left(word) < left(other) + textPx(other.text, fontPx),
    );
    if (overlaps) continue;
    placed.push(word);
    words.push(word);
  }
  return words;
}

/** Writes title, axes' titles, and the names of marks and curves. */
export function drawSweepWords(svg: Svg, data: SweepPlotData, scales: SweepScales): void {
  const { size, style, title, x, y } = data;
  const { fontPx, palette } = style;
  const titles: Words[] = [
    { text: title, x: 0, y: fontPx, anchor: 'start', color: palette.ink, isStrong: true },
    { text: y.title, x: 0, y: 2.3 * fontPx, anchor: 'start', color: palette.soft },
    {
      text: x.title,
      x: size.widthPx - size.right,
      y: size.heightPx - 2,
      anchor: 'end',
      color: palette.soft,
    },
  ];
  const marks = markWords(data, scales);
  drawWords(svg, 'words', [...titles, ...marks, ...curveWords(data, scales, marks)], style);
}
