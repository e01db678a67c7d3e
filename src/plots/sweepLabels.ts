import { hasPlace } from './curvePath.ts';
import { type Frame, frameTitles } from './frame.ts';
import { drawLabels, type Label, textPx } from './labels.ts';
import type { Svg } from './part.ts';
import { placeLabels } from './placeLabels.ts';
import type { Place } from './scales.ts';
import type { SweepCurve, SweepPlotData } from './sweepPlotData.ts';

/** Names of the marked values at the top of their lines, in rows so that none covers another. */
function markLabels({ marks, style }: SweepPlotData, frame: Frame, { x }: Place): Label[] {
  const { fontPx, palette } = style;
  const rows: number[] = [];
  return marks
    .filter((mark) => Number.isFinite(x(mark.x)))
    .toSorted((a, b) => a.x - b.x)
    .map(({ x: at, label, tone }): Label => {
      const right = x(at) + 4 + textPx(label, fontPx) < frame.widthPx;
      const from = right ? x(at) + 4 : x(at) - 4 - textPx(label, fontPx);
      const free = rows.findIndex((end) => end < from);
      const row = free < 0 ? rows.length : free;
      rows[row] = from + textPx(label, fontPx) + 6;
      return {
        text: label,
        x: right ? x(at) + 4 : x(at) - 4,
        y: frame.top + fontPx * (1 + 1.25 * row),
        anchor: right ? 'start' : 'end',
        color: palette[tone],
      };
    });
}

/** From a curve's last point to its name in the margin, past a dot. */
const besidePx = 8;

/** Room for the names in the margin, px; 0 without any. */
export function besideRoom(curves: readonly SweepCurve[], fontPx: number): number {
  const names = curves.filter(({ isLabelBeside }) => isLabelBeside).map(({ label }) => textPx(label, fontPx));
  return names.length === 0 ? 0 : besidePx + Math.max(...names);
}

/** Names of the curves at their places. */
function curveLabels(data: SweepPlotData, frame: Frame, { x, y }: Place): Label[] {
  const { curves, style } = data;
  const { fontPx, palette } = style;
  return curves.flatMap(
    ({ points, label, labelAt, labelBelow, labelAnchor, isLabelBeside, tone }): Label[] => {
      const visible = points.filter(hasPlace);
      const point = visible[Math.round(labelAt * (visible.length - 1))];
      if (!point || label === '') return [];
      if (isLabelBeside) {
        const [besideX, middleY] = [x(point[0]) + besidePx, y(point[1]) + 0.35 * fontPx];
        return [
          { text: label, x: besideX, y: middleY, anchor: 'start', color: palette[tone], isStrong: true },
        ];
      }
      const wanted = labelAnchor ?? (labelAt > 0.5 ? 'end' : 'start');
      const isEnd = wanted === 'end' || x(point[0]) + 4 + textPx(label, fontPx) > frame.widthPx;
      return [
        {
          text: label,
          x: Math.min(x(point[0]) + (isEnd ? -4 : 4), frame.widthPx - 2),
          y: Math.max(frame.top + fontPx, y(point[1]) + (labelBelow ? fontPx + 4 : -7)),
          anchor: isEnd ? 'end' : 'start',
          color: palette[tone],
          isStrong: true,
        },
      ];
    },
  );
}

/** Writes title, axes' titles, and the names of marks and curves. */
export function drawSweepLabels(svg: Svg, data: SweepPlotData, frame: Frame, place: Place): void {
  const { style, title, x, y, labelReach = 2.5 } = data;
  const titles = frameTitles(frame, style, { title, yTitle: y.title, xTitle: x.title });
  const taken = [...titles, ...markLabels(data, frame, place)];
  const room = { fontPx: style.fontPx, top: frame.top, bottom: frame.heightPx, taken, reach: labelReach };
  const curves = placeLabels(curveLabels(data, frame, place), room);
  drawLabels(svg, 'labels', [...taken, ...curves], style);
}
