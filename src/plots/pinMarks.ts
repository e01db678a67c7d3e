import { type DataPoint, hasPlace, layerPoints, pathThrough } from './curvePath.ts';
import { drawPinLines } from './dashedLines.ts';
import type { Domain } from './domain.ts';
import type { FigureStyle } from './figureStyle.ts';
import type { Frame } from './frame.ts';
import { type HistogramBar, histogramBars } from './histogramBars.ts';
import { drawLabels, type Label, writtenLabels } from './labels.ts';
import type { Svg } from './part.ts';
import { placeLabels } from './placeLabels.ts';
import type { Place } from './scales.ts';
import { thinnedLayers } from './thinnedLayers.ts';

/** One value a layer, [depth + 1]. */
type Series = ArrayLike<number>;

/** Other walks that a figure's are compared with: a colour, a dash and a name of their own. */
export interface PinMark {
  readonly name: string;
  readonly color: string;
  /** Of the lines, in px: tells pins apart where colours do not. */
  readonly dash: string;
  readonly depth: number;
  readonly moments: { readonly mean: Series; readonly variance: Series };
  /** ln Z at the last layer, a walk each; -Infinity when dead. */
  readonly final: Iterable<number>;
}

const mostLayers = 200;
/** The first name stands about here, as a share of the depth; each further one a little to the left: at the ends are the names of the figure's own curves. */
const firstName = 0.6;
const nameStep = 0.12;
const lastName = 0.98;

/** Px: of a pin's mean, and of its deviations. */
const width = 2;
const thinWidth = 1;

/** Points of mean + count sd of a pin. */
function curveOf({ moments, depth }: PinMark, count: number): DataPoint[] {
  const { mean, variance } = moments;
  const curve = Float64Array.from(mean, (value, k) => value + count * Math.sqrt(variance[k] ?? 0));
  return layerPoints(curve, thinnedLayers(depth, mostLayers));
}

/** Names stand on their own mean, clear of those of the figure's curves and of one another. */
function namesOf(svg: Svg, pins: readonly PinMark[], depth: number, on: PinPlace): Label[] {
  const { frame, style, place } = on;
  const { fontPx } = style;
  const wanted = pins.flatMap((mark, i): Label[] => {
    // Beyond the figure's own walks there is room.
    const at = (mark.depth > depth ? lastName : firstName - nameStep * i) * mark.depth;
    const point = curveOf(mark, 0).find((one) => hasPlace(one) && one[0] >= at);
    if (!point) return [];
    const [x, y] = [place.x(point[0]), place.y(point[1]) - 5];
    return [{ text: mark.name, x, y, anchor: 'end', color: mark.color, isStrong: true }];
  });
  const taken = [...writtenLabels(svg, 'labels'), ...writtenLabels(svg, 'lineNames')];
  return placeLabels(wanted, { fontPx, top: frame.top, bottom: frame.bottom, taken, reach: 10 });
}

/** Where pins are drawn. */
interface PinPlace {
  readonly frame: Frame;
  readonly style: FigureStyle;
  readonly place: Place;
}

/** Over a walk's figure, whose own walks have so many layers: mean and two deviations to both sides of each pin, and what it is called. */
export function drawPinCurves(svg: Svg, pins: readonly PinMark[], depth: number, on: PinPlace): void {
  const { style, place } = on;
  const lines = pins.flatMap((mark) =>
    [0, -2, 2].map((count) => {
      return {
        ...mark,
        path: pathThrough(curveOf(mark, count), place),
        width: count === 0 ? width : thinWidth,
      };
    }),
  );
  drawPinLines(svg, lines, style);
  drawLabels(svg, 'pinNames', namesOf(svg, pins, depth, on), style);
}

/** Over Var ln Z against depth: a line each. */
export function drawPinVariances(svg: Svg, pins: readonly PinMark[], style: FigureStyle, place: Place): void {
  const lines = pins.map((mark) => {
    const points = layerPoints(mark.moments.variance, thinnedLayers(mark.depth, mostLayers));
    return { ...mark, path: pathThrough(points, place), width };
  });
  drawPinLines(svg, lines, style);
}

/** A histogram's outline, from its first bar to its last: density across, ln Z upwards. */
function outlineOf(all: readonly HistogramBar[]): DataPoint[] {
  const isFull = ({ density }: HistogramBar) => density > 0;
  const bars = all.slice(all.findIndex(isFull), all.findLastIndex(isFull) + 1);
  const steps = bars.flatMap(({ low, high, density }): DataPoint[] => [
    [density, low],
    [density, high],
  ]);
  return [[0, bars[0]?.low ?? Number.NaN], ...steps, [0, bars.at(-1)?.high ?? Number.NaN]];
}

/** Over the histogram of the ends: the outline of each pin's own, in the same bars. */
export function drawPinOutlines(
  svg: Svg,
  pins: readonly PinMark[],
  { domain, bars }: { readonly domain: Domain; readonly bars: number },
  style: FigureStyle,
  place: Place,
): void {
  const lines = pins.map((mark) => {
    const outline = outlineOf(histogramBars(mark.final, domain, bars));
    return { ...mark, path: pathThrough(outline, place), width };
  });
  drawPinLines(svg, lines, style);
}
