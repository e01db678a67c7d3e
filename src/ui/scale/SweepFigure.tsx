import { useRef } from 'react';
import type { FigureSize } from '#plots/figureSize.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import { createMapPlot } from '#plots/mapPlot.ts';
import type { PointListener } from '#plots/pointFocus.ts';
import { createSweepPlot } from '#plots/sweepPlot.ts';
import type { ElementSize } from '#ui/figures/useElementSize.ts';
import type { CurvePanel, MapPanel } from '#ui/scale/panels/panel.ts';
import { SaveSweep } from './SaveSweep.tsx';
import { useSweepPlot } from './SweepSceneContext.ts';

const sizeOf = (size: ElementSize, { fontPx }: FigureStyle, rightChars: number): FigureSize => ({
  ...size,
  left: Math.round(4.2 * fontPx),
  right: Math.round(rightChars * fontPx),
  top: Math.round(3.3 * fontPx),
  bottom: Math.round(2.9 * fontPx),
});

/** A map has a key under its axis, and the contours' names above it. */
function mapSize(size: ElementSize, style: FigureStyle): FigureSize {
  const { fontPx } = style;
  const bottom = Math.round(4.4 * fontPx);
  return { ...sizeOf(size, style, 5), top: Math.round(4.2 * fontPx), bottom };
}

interface FigureProps<P> {
  readonly panel: P;
  /** What the figure shows, for a screen reader. */
  readonly label: string;
  readonly listen: PointListener;
  readonly className: string;
}

/** A sweep's curves and measured points. */
export function CurveFigure({ panel, label, listen, className }: FigureProps<CurvePanel>) {
  const svg = useRef<SVGSVGElement>(null);
  useSweepPlot(
    svg,
    () => svg.current && createSweepPlot(svg.current, listen),
    (plot, moment, size, style) => {
      plot.draw({ ...panel(moment), size: sizeOf(size, style, 1.2), style });
      return false;
    },
  );
  return (
    <figure className={className} aria-label={label}>
      <svg ref={svg} aria-label={label} />
      <SaveSweep className={className} label={label} />
    </figure>
  );
}

/** A sweep's map. */
export function MapFigure({ panel, label, listen, className }: FigureProps<MapPanel>) {
  const svg = useRef<SVGSVGElement>(null);
  useSweepPlot(
    svg,
    () => svg.current && createMapPlot(svg.current, listen),
    (plot, moment, size, style) => {
      plot.draw({ ...panel(moment), size: mapSize(size, style), style });
      return false;
    },
  );
  return (
    <figure className={className} aria-label={label}>
      <svg ref={svg} aria-label={label} />
      <SaveSweep className={className} label={label} />
    </figure>
  );
}
