import { bandAround, type DataPoint, layerPoints, pathThrough } from './curvePath.ts';
import type { FigureStyle } from './figureStyle.ts';
import { part, type Svg } from './part.ts';
import type { Place } from './scales.ts';
import { thinnedLayers } from './thinnedLayers.ts';
import type { WalkPlotData } from './walkPlotData.ts';

/** Standard deviations at which theory's envelope is drawn, to both sides. */
const deviationCounts = [-2, -1, 1, 2] as const;

/** Theory's curves are smooth, measured ones are not: they are drawn through about this many layers at most. */
const mostSmooth = 200;
const mostMeasured = 400;

/** The curves of a walk's figure in data units; empty where nothing is known. */
export interface WalkCurves {
  /** Theory's curve so many standard deviations from the mean, 0 for the mean itself. */
  readonly theory: ReadonlyMap<number, readonly DataPoint[]>;
  readonly measured: readonly DataPoint[];
}

function theoryCurve({ theory, depth }: WalkPlotData, count: number): DataPoint[] {
  const { mean, variance } = theory ?? {};
  if (!mean || (count !== 0 && !variance)) return [];
  return thinnedLayers(depth, mostSmooth).map((k) => [
    k,
    (mean[k] ?? Number.NaN) + count * Math.sqrt(variance?.[k] ?? 0),
  ]);
}

/** The curves, worked out once a frame for those who draw, name and avoid them. */
export const walkCurves = (data: WalkPlotData): WalkCurves => ({
  theory: new Map([0, ...deviationCounts].map((count) => [count, theoryCurve(data, count)])),
  measured: data.measured ? layerPoints(data.measured.mean, thinnedLayers(data.depth, mostMeasured)) : [],
});

/** A line of the figure, or a band of its colour. */
interface DrawnCurve {
  readonly path: string;
  readonly color: string;
  /** Times the style's own; 0 for a band. */
  readonly width: number;
  readonly dash?: string;
}

function drawCurves(
  svg: Svg,
  name: string,
  curves: readonly DrawnCurve[],
  { strokeScale }: FigureStyle,
): void {
  part(svg, name)
    .selectAll('path')
    .data(curves)
    .join('path')
    .attr('d', ({ path }) => path)
    .attr('fill', ({ width, color }) => (width ? 'none' : color))
    .attr('fill-opacity', 0.3)
    .attr('stroke', ({ width, color }) => (width ? color : 'none'))
    .attr('stroke-width', ({ width }) => width * strokeScale)
    .attr('stroke-dasharray', ({ dash }) => dash ?? null);
}

/** Draws theory's envelope and both means. */
export function drawWalkCurves(
  svg: Svg,
  { theory, measured }: WalkCurves,
  { style, ...data }: WalkPlotData,
  place: Place,
): void {
  const { ink, measured: color } = style.palette;
  const known = (count: number) => pathThrough(theory.get(count) ?? [], place);
  const envelope = deviationCounts.map((count) => ({
    path: known(count),
    color: ink,
    width: 1.1,
    dash: Math.abs(count) === 1 ? '1.5 3' : '5 4',
  }));
  drawCurves(svg, 'envelope', data.theory?.variance ? envelope : [], style);
  const band = measured.map(([k, mean]) => [k, mean, data.measured?.stderrMean[k] ?? 0] as const);
  const means = [
    { path: bandAround(band, place), color, width: 0 },
    { path: pathThrough(measured, place), color, width: 1.8 },
    { path: known(0), color: ink, width: 1.5 },
  ];
  drawCurves(svg, 'means', means, style);
}
