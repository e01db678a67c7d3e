import { type DataPoint, hasPlace, layerPoints, pathThrough } from './curvePath.ts';
import type { FigureStyle } from './figureStyle.ts';
import type { Frame } from './frame.ts';
import { drawLabels, type Label, writtenLabels } from './labels.ts';
import { part, type Svg } from './part.ts';
import { placeLabels } from './placeLabels.ts';
import { thinnedLayers } from './thinnedLayers.ts';
import { createWalkCanvas, type WalkCanvasFrame } from './walkCanvas.ts';
import type { WalkPaths } from './walkPaths.ts';

/** Other walks, to be drawn beneath those of a figure. */
export interface BeneathData {
  readonly paths: WalkPaths;
  /** Mean and variance at each layer, [depth + 1]; null while they are not known. */
  readonly moments: { readonly mean: ArrayLike<number>; readonly variance: ArrayLike<number> } | null;
  readonly label: string;
  /** Changes with the run whose walks these are. */
  readonly runKey: string;
}

/** Where a figure's walks are drawn. */
export interface BeneathPlace extends Pick<WalkCanvasFrame, 'x' | 'y'> {
  readonly frame: Frame;
  readonly style: FigureStyle;
}

export interface WalksBeneath {
  /** Draws walks, their mean and two deviations to both sides; takes away what was drawn where there are none. True when some are left for the next frame. */
  draw(svg: Svg, data: BeneathData | null, place: BeneathPlace): boolean;
  /** What was last drawn, to be drawn again elsewhere; null where there are no walks. */
  drawn(): WalkCanvasFrame | null;
}

/** The name stands about here, as a share of the depth: at the ends are the names of the walks above. */
const nameAt = 0.6;
const mostLayers = 200;

/** One colour for all: how walks end is told of those above. */
function quietStyle(style: FigureStyle): FigureStyle {
  const { soft } = style.palette;
  return { ...style, palette: { ...style.palette, vanished: soft, kept: soft, exploded: soft } };
}

const curvesOf = ({ moments, paths: { depth } }: BeneathData): readonly DataPoint[][] => {
  if (!moments) return [];
  const { mean, variance } = moments;
  return [0, -2, 2].map((count) => {
    const curve = Float64Array.from(mean, (value, k) => value + count * Math.sqrt(variance[k] ?? 0));
    return layerPoints(curve, thinnedLayers(depth, mostLayers));
  });
};

/** The name, clear of those of the figure's own curves. */
function nameOf(svg: Svg, data: BeneathData, curves: readonly DataPoint[][], place: BeneathPlace): Label[] {
  const { frame, style, x, y } = place;
  const upper = curves.at(-1)?.find((point) => hasPlace(point) && point[0] >= nameAt * data.paths.depth);
  if (!upper) return [];
  const { soft } = style.palette;
  const height = Math.max(frame.top + style.fontPx, Math.min(frame.bottom - 4, y(upper[1]) - 6));
  const name: Label = {
    text: data.label,
    x: x(upper[0]),
    y: height,
    anchor: 'end',
    color: soft,
    isStrong: true,
  };
  const taken = [...writtenLabels(svg, 'labels'), ...writtenLabels(svg, 'lineNames')];
  return placeLabels([name], { fontPx: style.fontPx, top: frame.top, bottom: frame.bottom, taken, reach: 8 });
}

/** Draws on a canvas of its own, under the figure's; the element is the caller's. */
export function createWalksBeneath(element: HTMLCanvasElement): WalksBeneath {
  const canvas = createWalkCanvas(element);
  let drawn: WalkCanvasFrame | null = null;
  return {
    drawn: () => (drawn?.paths ? drawn : null),
    draw(svg, data, place) {
      const { frame, x, y } = place;
      const style = quietStyle(place.style);
      const { palette, strokeScale } = style;
      const curves = data ? curvesOf(data) : [];
      part(svg, 'beneath')
        .selectAll('path')
        .data(curves)
        .join('path')
        .attr('d', (points) => pathThrough(points, { x, y }))
        .attr('fill', 'none')
        .attr('stroke', palette.soft)
        .attr('stroke-dasharray', (_, i) => (i === 0 ? 'none' : '2 3'))
        .attr('stroke-width', 1.6 * strokeScale);
      drawLabels(svg, 'beneathNames', data ? nameOf(svg, data, curves, place) : [], style);
      const axes = [...x.domain(), ...y.domain(), ...x.range(), ...y.range()];
      const key = [data?.runKey, ...axes, palette.paper, strokeScale].join();
      canvas.resize(frame.widthPx, frame.heightPx);
      drawn = { x, y, style, paths: data?.paths ?? null, key };
      return canvas.draw(drawn);
    },
  };
}
