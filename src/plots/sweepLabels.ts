import { hasPlace } from './curvePath.ts';
import type { FigureStyle } from './figureStyle.ts';
import { type Frame, frameTitles } from './frame.ts';
import { drawLabels, type Label, textPx } from './labels.ts';
import type { Svg } from './part.ts';
import { type Box, placeLabels } from './placeLabels.ts';
import type { Place } from './scales.ts';
import { dotPx, type SweepCurve, type SweepDot, type SweepPlotData } from './sweepPlotData.ts';

/** Names of the marked values beside their lines, at the top where that is free: to the right, or to the left. */
function markLabels({ marks, style }: SweepPlotData, frame: Frame, { x }: Place): Label[][] {
  const { fontPx, palette } = style;
  return marks
    .filter((mark) => Number.isFinite(x(mark.x)))
    .toSorted((a, b) => a.x - b.x)
    .map(({ x: at, label, tone }): Label[] => {
      const place = { text: label, y: frame.top + fontPx, color: palette[tone] };
      const sides: Label[] = [
        { ...place, x: x(at) + 4, anchor: 'start' },
        { ...place, x: x(at) - 4, anchor: 'end' },
      ];
      return sides.filter((side) => isInside(side, frame, fontPx));
    });
}

/** Whether a label lies within the figure across the page. */
function isInside({ x, text, anchor }: Label, { widthPx }: Frame, fontPx: number): boolean {
  const width = textPx(text, fontPx);
  return anchor === 'end' ? x - width >= 0 : x + width <= widthPx;
}

/** From a curve's last point to its name in the margin, past a dot. */
const besidePx = 8;

/** Room for the names in the margin, px; 0 without any. */
export function besideRoom(curves: readonly SweepCurve[], fontPx: number): number {
  const names = curves.filter(({ isLabelBeside }) => isLabelBeside).map(({ label }) => textPx(label, fontPx));
  return names.length === 0 ? 0 : besidePx + Math.max(...names);
}

/** The name of a curve in the margin beside its last point. */
function besideLabel({ points, label, tone }: SweepCurve, style: FigureStyle, { x, y }: Place): Label[] {
  const last = points.filter(hasPlace).at(-1);
  if (!last || label === '') return [];
  const [besideX, middleY] = [x(last[0]) + besidePx, y(last[1]) + 0.35 * style.fontPx];
  return [
    { text: label, x: besideX, y: middleY, anchor: 'start', color: style.palette[tone], isStrong: true },
  ];
}

/** Steps along a curve, in shares of its points, at which its name may stand: the nearer the better. */
const alongCurve = [0, -0.08, 0.08, -0.16, 0.16, -0.26, 0.26, -0.38, 0.38];

/** Places for a curve's name along it, the one that is asked for first; above the curve and below it. */
function curveChoices(curve: SweepCurve, style: FigureStyle, frame: Frame, { x, y }: Place): Label[] {
  const { points, label, labelAt, labelBelow, labelAnchor, tone } = curve;
  const { fontPx, palette } = style;
  const visible = points.filter(hasPlace);
  if (visible.length === 0 || label === '') return [];
  const wanted = labelAnchor ?? (labelAt > 0.5 ? 'end' : 'start');
  const shares = alongCurve.map((step) => labelAt + step).filter((share) => share >= 0 && share <= 1);
  return shares.flatMap((share): Label[] => {
    const [atX = 0, atY = 0] = visible[Math.round(share * (visible.length - 1))] ?? [];
    const isEnd = wanted === 'end' || x(atX) + 4 + textPx(label, fontPx) > frame.widthPx;
    const place = {
      text: label,
      x: Math.min(x(atX) + (isEnd ? -4 : 4), frame.widthPx - 2),
      anchor: isEnd ? ('end' as const) : ('start' as const),
      color: palette[tone],
      isStrong: true,
    };
    const [above, below] = [
      { ...place, y: Math.max(frame.top + fontPx, y(atY) - 7) },
      { ...place, y: y(atY) + fontPx + 4 },
    ];
    return labelBelow ? [below, above] : [above, below];
  });
}

/** A share of the figure's height within which a name is still its curve's. */
const nearShare = 0.3;

/** What a measured point with its error covers, px. */
function computeDotBox({ x: at, y: up, error }: SweepDot, style: FigureStyle, { x, y }: Place): Box {
  const reach = dotPx(style) + 1;
  const [high, low] = [y(up + error), y(up - error)].map((px) => (Number.isFinite(px) ? px : y(up)));
  return {
    left: x(at) - reach,
    right: x(at) + reach,
    top: Math.min(y(up) - reach, high ?? y(up)),
    bottom: Math.max(y(up) + reach, low ?? y(up)),
  };
}

/** Writes title, axes' titles, and the names of marks and curves, off the curves and the measured points where they can. */
export function drawSweepLabels(svg: Svg, data: SweepPlotData, frame: Frame, place: Place): void {
  const { style, title, x, y, curves, dots, labelReach = 2.5 } = data;
  const { fontPx } = style;
  const titles = frameTitles(frame, style, { title, yTitle: y.title, xTitle: x.title });
  const lines = curves.map(({ points }) =>
    points.filter(hasPlace).map((point) => [place.x(point[0]), place.y(point[1])] as const),
  );
  const boxes = dots.filter((dot) => hasPlace([dot.x, dot.y])).map((dot) => computeDotBox(dot, style, place));
  const room = { fontPx, top: frame.top, bottom: frame.bottom, lines, boxes };
  const beside = placeLabels(
    curves.filter(({ isLabelBeside }) => isLabelBeside).flatMap((curve) => besideLabel(curve, style, place)),
    { fontPx, top: frame.top, bottom: frame.heightPx, taken: titles, reach: labelReach },
  );
  const marked = placeLabels(markLabels(data, frame, place), {
    ...room,
    taken: [...titles, ...beside],
    reach: frame.highPx / fontPx,
  });
  const taken = [...titles, ...beside, ...marked];
  const named = placeLabels(
    curves
      .filter(({ isLabelBeside }) => !isLabelBeside)
      .map((curve) => curveChoices(curve, style, frame, place)),
    // In a low figure what is further off is another curve's.
    { ...room, taken, reach: Math.min(labelReach, (nearShare * frame.highPx) / fontPx) },
  );
  drawLabels(svg, 'labels', [...taken, ...named], style);
}
