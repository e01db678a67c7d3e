import { area, line } from 'd3';
import type { Place } from './scales.ts';

/** A point in data units. */
export type DataPoint = readonly [x: number, y: number, ...rest: number[]];

/** Marks farther from the figure than this, px, are drawn as this far: browsers read no number that float32 does not hold. */
const farthestPx = 1e5;

/** A tenth of a pixel is finer than an eye; more digits make paths longer to write and to read. */
const decimals = 1;

const onPaper = (px: number) => Math.max(-farthestPx, Math.min(farthestPx, px));

/** Whether a point in data units has a place in a figure. */
export const hasPlace = ([x, y]: readonly [x: number, y: number, ...rest: number[]]): boolean =>
  Number.isFinite(x) && Number.isFinite(y);

/** One value a layer as points. */
export const layerPoints = (series: ArrayLike<number>, layers: readonly number[]): DataPoint[] =>
  layers.map((layer) => [layer, series[layer] ?? Number.NaN]);

/** The path of a curve, with a gap wherever a point has no place; empty for no points. */
export function pathThrough(points: readonly DataPoint[], { x, y }: Place): string {
  const path = line<DataPoint>()
    .digits(decimals)
    .defined(hasPlace)
    .x(([at]) => onPaper(x(at)))
    .y(([, value]) => onPaper(y(value)));
  return path(points) ?? '';
}

/** The path of a band `reach` above and below its middle, with gaps as a curve has. */
export function bandAround(
  points: readonly (readonly [x: number, middle: number, reach: number])[],
  { x, y }: Place,
): string {
  const band = area<readonly [number, number, number]>()
    .digits(decimals)
    .defined((point) => point.every(Number.isFinite))
    .x(([at]) => onPaper(x(at)))
    .y0(([, middle, reach]) => onPaper(y(middle - reach)))
    .y1(([, middle, reach]) => onPaper(y(middle + reach)));
  return band(points) ?? '';
}
