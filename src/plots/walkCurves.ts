import { bandAround, type DataPoint, layerPoints, pathThrough } from './curvePath.ts';
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

function drawEnvelope(svg: Svg, { theory }: WalkCurves, data: WalkPlotData, place: Place): void {
  const { style } = data;
  part(svg, 'envelope')
    .selectAll('path')
    .data(data.theory?.variance ? deviationCounts : [])
    .join('path')
    .attr('d', (count) => pathThrough(theory.get(count) ?? [], place))
    .attr('fill', 'none')
    .attr('stroke', style.palette.ink)
    .attr('stroke-width', 1.1 * style.strokeScale)
    .attr('stroke-dasharray', (count) => (Math.abs(count) === 1 ? '1.5 3' : '5 4'));
}

function drawMeans(svg: Svg, curves: WalkCurves, data: WalkPlotData, place: Place): void {
  const { measured, style } = data;
  const { palette, strokeScale } = style;
  const band = curves.measured.map(([k, mean]) => [k, mean, measured?.stderrMean[k] ?? 0] as const);
  const means = [
    { color: palette.measured, isBand: true, path: bandAround(band, place), width: 0 },
    { color: palette.measured, isBand: false, path: pathThrough(curves.measured, place), width: 1.8 },
    { color: palette.ink, isBand: false, path: pathThrough(curves.theory.get(0) ?? [], place), width: 1.5 },
  ];
  part(svg, 'means')
    .selectAll('path')
    .data(means)
    .join('path')
    .attr('d', ({ path }) => path)
    .attr('fill', ({ isBand, color }) => (isBand ? color : 'none'))
    .attr('fill-opacity', 0.3)
    .attr('stroke', ({ isBand, color }) => (isBand ? 'none' : color))
    .attr('stroke-width', ({ width }) => width * strokeScale);
}

/** Draws theory's envelope and both means. */
export function drawWalkCurves(svg: Svg, curves: WalkCurves, data: WalkPlotData, place: Place): void {
  drawEnvelope(svg, curves, data, place);
  drawMeans(svg, curves, data, place);
}
