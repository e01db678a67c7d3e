import type { select } from 'd3';
import { drawLabels, type Label } from './labels.ts';
import type { SweepPlotData, SweepScales } from './sweepPlotData.ts';

type Svg = ReturnType<typeof select<SVGSVGElement, unknown>>;

/** Width of a text, roughly. */
const textPx = (text: string, fontPx: number) => 0.54 * fontPx * text.length;

/** Names of the marked values at the top of their lines, in rows so that none covers another; or left out. */
function markLabels({ marks, style, size }: SweepPlotData, { x }: SweepScales): Label[] {
  const { fontPx, palette } = style;
  const rows: number[] = [];
  return marks
    .toSorted((a, b) => a.x - b.x)
    .map(({ x: at, label, tone }): Label => {
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
function curveLabels(data: SweepPlotData, { x, y }: SweepScales, taken: readonly Label[]): Label[] {
  const { curves, style, size } = data;
  const { fontPx, palette } = style;
  const placed: Label[] = [...taken];
  const labels: Label[] = [];
  for (const { points, label, labelAt, labelBelow, labelAnchor, tone } of curves) {
    const visible = points.filter(([, value]) => Number.isFinite(value));
    const point = visible[Math.round(labelAt * (visible.length - 1))];
    if (!point || label === '') continue;
    const wanted = labelAnchor ?? (labelAt > 0.5 ? 'end' : 'start');
    const isEnd = wanted === 'end' || x(point[0]) + 4 + textPx(label, fontPx) > size.widthPx;
    const curveLabel: Label = {
      text: label,
      x: Math.min(x(point[0]) + (isEnd ? -4 : 4), size.widthPx - 2),
      y: Math.max(size.top + fontPx, y(point[1]) + (labelBelow ? fontPx + 4 : -7)),
      anchor: isEnd ? 'end' : 'start',
      color: palette[tone],
      isStrong: true,
    };
    const left = (one: Label) => (one.anchor === 'end' ? one.x - textPx(one.text, fontPx) : one.x);
    const overlaps = placed.some(
      (other) =>
        Math.abs(other.y - curveLabel.y) < fontPx &&
        left(other) < left(curveLabel) + textPx(curveLabel.text, fontPx) &&
        left(curveLabel) < left(other) + textPx(other.text, fontPx),
    );
    if (overlaps) continue;
    placed.push(curveLabel);
    labels.push(curveLabel);
  }
  return labels;
}

/** Writes title, axes' titles, and the names of marks and curves. */
export function drawSweepLabels(svg: Svg, data: SweepPlotData, scales: SweepScales): void {
  const { size, style, title, x, y } = data;
  const { fontPx, palette } = style;
  const titles: Label[] = [
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
  const marks = markLabels(data, scales);
  drawLabels(svg, 'texts', [...titles, ...marks, ...curveLabels(data, scales, marks)], style);
}
