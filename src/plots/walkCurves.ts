import { bandAround, type DataPoint, layerPoints, pathThrough } from './curvePath.ts';
import { part, type Svg } from './part.ts';
import type { Place } from './scales.ts';
import { thinnedLayers } from './thinnedLayers.ts';
import type { WalkPlotData } from './walkPlotData.ts';

/** Standard deviations at which theory's envelope is drawn, to both sides. */
const deviationCounts = [-2, -1, 1, 2] as const;

/** Curves are drawn through about this many layers at most. */
const mostLayers = 400;

/** Theory's curve `count` standard deviations from the mean, 0 for the mean itself; empty where none is known. */
export function theoryCurve({ theory, depth }: WalkPlotData, count: number): DataPoint[] {
  const { mean, variance } = theory ?? {};
  if (!mean || (count !== 0 && !variance)) return [];
  return thinnedLayers(depth, mostLayers).map((k) => [
    k,
    (mean[k] ?? Number.NaN) + count * Math.sqrt(variance?.[k] ?? 0),
  ]);
}

/** The measured mean's curve; empty while there is none. */
export const measuredCurve = ({ measured, depth }: WalkPlotData): DataPoint[] =>
  measured ? layerPoints(measured.mean, thinnedLayers(depth, mostLayers)) : [];

function drawEnvelope(svg: Svg, data: WalkPlotData, place: Place): void {
  const { style } = data;
  part(svg, 'envelope')
    .selectAll('path')
    .data(data.theory?.variance ? deviationCounts : [])
    .join('path')
    .attr('d', (count) => pathThrough(theoryCurve(data, count), place))
    .attr('fill', 'none')
    .attr('stroke', style.palette.ink)
    .attr('stroke-width', 1.1 * style.strokeScale)
    .attr('stroke-dasharray', (count) => (Math.abs(count) === 1 ? '1.5 3' : '5 4'));
}

function drawMeans(svg: Svg, data: WalkPlotData, place: Place): void {
  const { measured, style } = data;
  const { palette, strokeScale } = style;
  const band = measuredCurve(data).map(([k, mean]) => [k, mean, measured?.stderrMean[k] ?? 0] as const);
  const curves = [
    { color: palette.measured, isBand: true, path: bandAround(band, place), width: 0 },
    { color: palette.measured, isBand: false, path: pathThrough(measuredCurve(data), place), width: 1.8 },
    { color: palette.ink, isBand: false, path: pathThrough(theoryCurve(data, 0), place), width: 1.5 },
  ];
  part(svg, 'means')
    .selectAll('path')
    .data(curves)
    .join('path')
    .attr('d', ({ path }) => path)
    .attr('fill', ({ isBand, color }) => (isBand ? color : 'none'))
    .attr('fill-opacity', 0.3)
    .attr('stroke', ({ isBand, color }) => (isBand ? 'none' : color))
    .attr('stroke-width', ({ width }) => width * strokeScale);
}

/** Draws theory's envelope and both means. */
export function drawWalkCurves(svg: Svg, data: WalkPlotData, place: Place): void {
  drawEnvelope(svg, data, place);
  drawMeans(svg, data, place);
}
