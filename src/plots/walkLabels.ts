import { type DataPoint, hasPlace } from './curvePath.ts';
import type { Frame } from './frame.ts';
import { drawLabels, type Label } from './labels.ts';
import type { Svg } from './part.ts';
import { type Polyline, placeLabels } from './placeLabels.ts';
import type { Place } from './scales.ts';
import type { WalkCurves } from './walkCurves.ts';
import type { WalkPlotData } from './walkPlotData.ts';

/** A label is about where its curve is here, as a share of the depth. */
const nearEnd = 0.985;

/** What the curves are called, those that matter most first. */
function namedCurves({ theory, measured: own }: WalkCurves, data: WalkPlotData) {
  const { labels, style } = data;
  const { ink, measured } = style.palette;
  const mean = theory.get(0) ?? [];
  const isKnownAtEnd = mean.some((point) => hasPlace(point) && point[0] >= nearEnd * data.depth);
  // Beside a theory the measured mean is named under it: both stand at the same place, or nearly.
  return [
    ...(own.length > 0
      ? [
          {
            text: labels.measuredMean,
            points: isKnownAtEnd ? mean : own,
            color: measured,
            isBelow: true,
            isMean: true,
          },
        ]
      : []),
    { text: labels.theoryMean, points: mean, color: ink, isBelow: false, isMean: true },
    ...[1, 2].map((count) => ({
      text: labels.deviations(count),
      points: theory.get(count) ?? [],
      color: ink,
      isBelow: false,
      isMean: false,
    })),
  ];
}

/** Writes the curves' names at their ends, clear of one another and of the curves. */
export function drawWalkLabels(
  svg: Svg,
  curves: WalkCurves,
  data: WalkPlotData,
  frame: Frame,
  { x, y }: Place,
): void {
  const { style, depth } = data;
  const { fontPx } = style;
  const px = (points: readonly DataPoint[]): Polyline =>
    points.filter(hasPlace).map(([at, value]) => [x(at), y(value)]);
  const wanted = namedCurves(curves, data).flatMap(({ text, points, color, isBelow, isMean }): Label[] => {
    const placed = points.filter(hasPlace);
    const end = placed.find(([at]) => at >= nearEnd * depth) ?? placed.at(-1);
    if (!end) return [];
    const at = y(end[1]) + (isBelow ? fontPx + 3 : -5);
    if (at <= frame.top + fontPx || at >= frame.bottom - 2) return [];
    // A mean that is not known so far is named where it ends.
    const isWhole = end[0] >= nearEnd * depth;
    if (!isWhole && !isMean) return [];
    const place = isWhole
      ? ({ x: x(depth) - 6, anchor: 'end' } as const)
      : ({ x: x(end[0]) + 6, anchor: 'start' } as const);
    return [{ text, color, ...place, y: at, isStrong: true }];
  });
  const lines = [...curves.theory.values(), curves.measured].map(px);
  const labels = placeLabels(wanted, { fontPx, top: frame.top, bottom: frame.bottom, lines, reach: 8 });
  drawLabels(svg, 'labels', labels, style);
}
