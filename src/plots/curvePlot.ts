import { select } from 'd3';
import { drawBottomAxis, drawLeftAxis } from './axes.ts';
import { type DataPoint, hasPlace, pathThrough } from './curvePath.ts';
import { drawPinLines } from './dashedLines.ts';
import type { Domain } from './domain.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { type Frame, frameTitles, openFrame } from './frame.ts';
import { drawLabels, type Label, textPx } from './labels.ts';
import { logScale, logTicks } from './logAxis.ts';
import { part, type Svg } from './part.ts';
import { placeLabels } from './placeLabels.ts';
import { linearScale, type Place } from './scales.ts';

/** A curve that a figure's own are compared with: a colour, a dash and a name of its own. */
export interface PinCurve {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly color: string;
  /** In px: tells pins apart where colours do not. */
  readonly dash: string;
}

/** A curve over steps. */
export interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly color: string;
  readonly width: number;
  readonly opacity: number;
  /** Marks every point: for curves of few points. */
  readonly isMarked: boolean;
  /** Its name, written in its colour; empty for none. */
  readonly label: string;
}

export interface CurvePlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  readonly xDomain: Domain;
  readonly yDomain: Domain;
  readonly isLog: boolean;
  readonly curves: readonly Curve[];
  /** Beneath them. */
  readonly pins: readonly PinCurve[];
  /** A level that the curves are to be read against. */
  readonly level: { readonly value: number; readonly label: string } | null;
  readonly labels: { readonly title: string; readonly xTitle: string };
}

export interface CurvePlot {
  draw(data: CurvePlotData): void;
}

/** Values at and below this stand at the low end of a logarithmic axis. */
const smallest = 1e-12;

const shownPoint = ([x, y]: DataPoint, isLog: boolean): DataPoint => [x, isLog ? Math.max(y, smallest) : y];

function drawCurves(svg: Svg, { curves, style, isLog }: CurvePlotData, place: Place): void {
  const shown = curves.map((curve) => ({
    ...curve,
    points: curve.points.map((point) => shownPoint(point, isLog)),
  }));
  part(svg, 'curves')
    .selectAll('path')
    .data(shown)
    .join('path')
    .attr('d', ({ points }) => pathThrough(points, place))
    .attr('fill', 'none')
    .attr('stroke', ({ color }) => color)
    .attr('stroke-opacity', ({ opacity }) => opacity)
    .attr('stroke-width', ({ width }) => width * style.strokeScale);
  const marks = shown.flatMap(({ points, color, isMarked }) =>
    isMarked ? points.filter(hasPlace).map(([x, y]) => ({ x, y, color })) : [],
  );
  part(svg, 'marks')
    .selectAll('circle')
    .data(marks)
    .join('circle')
    .attr('cx', ({ x }) => place.x(x))
    .attr('cy', ({ y }) => place.y(y))
    .attr('r', 2.3 * style.strokeScale)
    .attr('fill', style.palette.paper)
    .attr('stroke', ({ color }) => color)
    .attr('stroke-width', 1.2 * style.strokeScale);
}

function drawPins(svg: Svg, { pins, style, isLog }: CurvePlotData, place: Place): void {
  const lines = pins.map(({ points, color, dash }) => {
    const shown = points.map((point) => shownPoint(point, isLog));
    return { path: pathThrough(shown, place), color, dash, width: 1.8 };
  });
  drawPinLines(svg, lines, style);
}

/** What the pins are called, over where their curves end. */
function pinNames({ pins, style, isLog }: CurvePlotData, frame: Frame, { x, y }: Place): Label[] {
  return pins.flatMap(({ name, points, color }): Label[] => {
    const last = name === '' ? undefined : points.map((one) => shownPoint(one, isLog)).findLast(hasPlace);
    if (!last) return [];
    const left = frame.left + textPx(name, style.fontPx);
    const at = { x: Math.max(left, x(last[0]) - 2), y: y(last[1]) - 4 };
    return [{ text: name, ...at, anchor: 'end', color, isStrong: true }];
  });
}

function drawLevel(svg: Svg, { level, style }: CurvePlotData, frame: Frame, { y }: Place): void {
  part(svg, 'level')
    .selectAll('line')
    .data(level && Number.isFinite(level.value) ? [level] : [])
    .join('line')
    .attr('x1', frame.left)
    .attr('x2', frame.right)
    .attr('y1', ({ value }) => y(value))
    .attr('y2', ({ value }) => y(value))
    .attr('stroke', style.palette.ink)
    .attr('stroke-dasharray', '2 3')
    .attr('stroke-width', style.strokeScale);
}

/** A curve's name, with its mark where it has marks: on grey paper colours say nothing. */
const nameOf = ({ label, isMarked }: Curve) => (isMarked ? `○ ${label}` : label);

/** The curves' names stand on the title's line in their own colours, where nothing crosses them. */
function drawTexts(svg: Svg, data: CurvePlotData, frame: Frame, place: Place): void {
  const { curves, level, labels, style } = data;
  const { y } = place;
  const { fontPx, palette } = style;
  let end = frame.right;
  const names = curves
    .filter(({ label }) => label !== '')
    .toReversed()
    .map((curve): Label => {
      const at = end;
      const text = nameOf(curve);
      end -= textPx(text, fontPx) + fontPx;
      return { text, color: curve.color, x: at, y: fontPx, anchor: 'end', isStrong: true };
    });
  const levels: Label[] = level
    ? [{ text: level.label, x: frame.right, y: y(level.value) - 4, anchor: 'end', color: palette.ink }]
    : [];
  const taken = [...names, ...frameTitles(frame, style, labels)];
  const room = { fontPx, top: frame.top - fontPx, bottom: frame.bottom };
  const placed = [...placeLabels(levels, { ...room, taken }), ...taken];
  drawLabels(svg, 'labels', placed, style);
  const wanted = pinNames(data, frame, place);
  const lines = curves
    .filter(({ label }) => label !== '')
    .map(({ points }) =>
      points.map((one) => shownPoint(one, data.isLog)).map(([at, value]) => [place.x(at), y(value)] as const),
    );
  drawLabels(svg, 'pinNames', placeLabels(wanted, { ...room, taken: placed, lines, reach: 10 }), style);
}

/** Curves over training steps, on a linear or a logarithmic axis. The element is the caller's. */
export function createCurvePlot(element: SVGSVGElement): CurvePlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { size, style, xDomain, yDomain, isLog } = data;
      const frame = openFrame(svg, size);
      const x = linearScale(xDomain, [frame.left, frame.right]).clamp(true);
      const range = [frame.bottom, frame.top] as const;
      const y = isLog ? logScale(yDomain, range) : linearScale(yDomain, range).clamp(true);
      const most = size.heightPx / (2.5 * style.fontPx);
      drawLeftAxis(svg, frame, y, style, isLog ? { values: logTicks(yDomain, most) } : 3);
      drawBottomAxis(svg, frame, x, style, { values: x.ticks(4) });
      drawLevel(svg, data, frame, { x, y });
      drawPins(svg, data, { x, y });
      drawCurves(svg, data, { x, y });
      drawTexts(svg, data, frame, { x, y });
    },
  };
}
