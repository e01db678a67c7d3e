import { axisBottom, line, scaleLinear, scaleLog, select } from 'd3';
import { drawLeftAxis, part, quietAxis } from './axes.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import { drawLabels, type Label } from './labels.ts';
import { numberText } from './numberText.ts';

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
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly isLog: boolean;
  readonly curves: readonly Curve[];
  /** A level that the curves are to be read against. */
  readonly level: { readonly value: number; readonly label: string } | null;
  readonly labels: { readonly title: string; readonly xTitle: string };
}

export interface CurvePlot {
  draw(data: CurvePlotData): void;
}

type Svg = ReturnType<typeof select<SVGSVGElement, unknown>>;
type Place = (value: number) => number;

function drawCurves(svg: Svg, { curves, style }: CurvePlotData, x: Place, y: Place): void {
  const path = line<readonly [number, number]>()
    .defined(([, value]) => Number.isFinite(value))
    .x(([step]) => x(step))
    .y(([, value]) => y(value));
  part(svg, 'curves')
    .selectAll('path')
    .data(curves)
    .join('path')
    .attr('d', ({ points }) => path([...points]))
    .attr('fill', 'none')
    .attr('stroke', ({ color }) => color)
    .attr('stroke-opacity', ({ opacity }) => opacity)
    .attr('stroke-width', ({ width }) => width * style.strokeScale);
  const marks = curves.flatMap(({ points, color, isMarked }) =>
    isMarked ? points.filter(([, value]) => Number.isFinite(value)).map((point) => ({ point, color })) : [],
  );
  part(svg, 'marks')
    .selectAll('circle')
    .data(marks)
    .join('circle')
    .attr('cx', ({ point }) => x(point[0]))
    .attr('cy', ({ point }) => y(point[1]))
    .attr('r', 2.3 * style.strokeScale)
    .attr('fill', style.palette.paper)
    .attr('stroke', ({ color }) => color)
    .attr('stroke-width', 1.2 * style.strokeScale);
}

function drawLevel(svg: Svg, { level, style, size }: CurvePlotData, y: Place): void {
  part(svg, 'level')
    .selectAll('line')
    .data(level ? [level] : [])
    .join('line')
    .attr('x1', size.left)
    .attr('x2', size.widthPx - size.right)
    .attr('y1', ({ value }) => y(value))
    .attr('y2', ({ value }) => y(value))
    .attr('stroke', style.palette.ink)
    .attr('stroke-dasharray', '2 3')
    .attr('stroke-width', style.strokeScale);
}

/** The curves' names stand on the title's line in their own colours, where nothing crosses them. */
function drawTexts(svg: Svg, { curves, level, labels, style, size }: CurvePlotData, y: Place): void {
  const { fontPx, palette } = style;
  const right = size.widthPx - size.right;
  let end = right;
  const names = curves
    .filter(({ label }) => label !== '')
    .toReversed()
    .map(({ label, color }): Label => {
      const at = end;
      end -= (0.56 * label.length + 1) * fontPx;
      return { text: label, color, x: at, y: fontPx, anchor: 'end', isStrong: true };
    });
  const levels: Label[] = level
    ? [{ text: level.label, x: right, y: y(level.value) - 4, anchor: 'end', color: palette.ink }]
    : [];
  const titles: Label[] = [
    { text: labels.title, x: 0, y: fontPx, anchor: 'start', color: palette.ink, isStrong: true },
    { text: labels.xTitle, x: right, y: size.heightPx - 2, anchor: 'end', color: palette.soft },
  ];
  drawLabels(svg, 'texts', [...levels, ...names, ...titles], style);
}

const logTicks = [
  1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 1e3, 1e4, 1e5,
];

/** Round values of a logarithmic axis, at most about `most`. */
function ticksOf([low, high]: readonly [number, number], most: number): number[] {
  const inside = logTicks.filter((tick) => tick >= low && tick <= high);
  const stride = Math.ceil(inside.length / most);
  return inside.filter((_, i) => (inside.length - 1 - i) % stride === 0);
}

/** Curves over training steps, on a linear or a logarithmic axis. The element is the caller's. */
export function createCurvePlot(element: SVGSVGElement): CurvePlot {
  const svg = select<SVGSVGElement, unknown>(element);
  return {
    draw(data) {
      const { size, style, xDomain, yDomain, isLog } = data;
      const { widthPx, heightPx, left, right, top, bottom } = size;
      const x = scaleLinear(xDomain, [left, widthPx - right]).clamp(true);
      const range = [heightPx - bottom, top] as const;
      const linear = scaleLinear(yDomain, range).clamp(true);
      const log = scaleLog(isLog ? yDomain : [1, 10], range).clamp(true);
      const y: Place = (value) => (isLog ? log(Math.max(value, 1e-12)) : linear(value));
      svg.attr('viewBox', `0 0 ${widthPx} ${heightPx}`);
      const across = widthPx - left - right;
      const axis = part(svg, 'y').attr('transform', `translate(${left},0)`);
      if (isLog) drawLeftAxis(axis, log, across, 3, style, ticksOf(yDomain, heightPx / (2.5 * style.fontPx)));
      else drawLeftAxis(axis, linear, across, 3, style);
      const below = part(svg, 'x').attr('transform', `translate(0,${heightPx - bottom})`);
      below.call(
        axisBottom(x)
          .ticks(4)
          .tickFormat((value) => numberText(Number(value), 6).replace(/\.0+$/, ''))
          .tickSize(4),
      );
      quietAxis(below, style);
      drawLevel(svg, data, y);
      drawCurves(svg, data, x, y);
      drawTexts(svg, data, y);
    },
  };
}
