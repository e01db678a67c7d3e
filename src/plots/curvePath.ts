import type { Place } from './scales.ts';

/** A point in data units. */
export type DataPoint = readonly [x: number, y: number, ...rest: number[]];

/** Marks farther from the figure than this, px, are drawn as this far: browsers read no number that float32 does not hold. */
const farthestPx = 1e5;

/** A tenth of a pixel is finer than an eye; more digits make paths longer to write and to read. */
const perPx = 10;

const onPaper = (px: number) => Math.round(perPx * Math.max(-farthestPx, Math.min(farthestPx, px))) / perPx;

/** Whether a point in data units has a place in a figure. */
export const hasPlace = ([x, y]: readonly [x: number, y: number, ...rest: number[]]): boolean =>
  Number.isFinite(x) && Number.isFinite(y);

/** One value a layer as points. */
export const layerPoints = (series: ArrayLike<number>, layers: readonly number[]): DataPoint[] =>
  layers.map((layer) => [layer, series[layer] ?? Number.NaN]);

/** A row of points without what has no place, in pieces. */
function placedPieces<P>(points: readonly P[], isPlaced: (point: P) => boolean): readonly (readonly P[])[] {
  const pieces: P[][] = [[]];
  for (const point of points) {
    if (isPlaced(point)) pieces.at(-1)?.push(point);
    else pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 0);
}

/** The path of a curve, with a gap wherever a point has no place; empty for no points. A point between gaps is a dot. */
export function pathThrough(points: readonly DataPoint[], { x, y }: Place): string {
  const places = (piece: readonly DataPoint[]) =>
    piece.map(([at, value]) => `${onPaper(x(at))},${onPaper(y(value))}`);
  return placedPieces(points, hasPlace)
    .map((piece) => `M${places(piece).join('L')}${piece.length > 1 ? '' : 'Z'}`)
    .join('');
}

type BandPoint = readonly [x: number, middle: number, reach: number];

/** The path of a band `reach` above and below its middle, with gaps as a curve has. */
export function bandAround(points: readonly BandPoint[], { x, y }: Place): string {
  const edge = (piece: readonly BandPoint[], side: 1 | -1) =>
    piece.map(([at, middle, reach]) => `${onPaper(x(at))},${onPaper(y(middle + side * reach))}`);
  return placedPieces(points, (point) => point.every(Number.isFinite))
    .map((piece) => `M${[...edge(piece, 1), ...edge(piece, -1).reverse()].join('L')}Z`)
    .join('');
}
