import { useRef } from 'react';
import { figureSize } from '#plots/figureSize.ts';
import { createMapPlot } from '#plots/mapPlot.ts';
import type { PointListener } from '#plots/pointFocus.ts';
import { createSweepPlot } from '#plots/sweepPlot.ts';
import type { CurvePanel, MapPanel } from '#ui/scale/panels/panel.ts';
import { SaveSweep } from './SaveSweep.tsx';
import { useSweepPlot } from './SweepSceneContext.ts';

const curveMargins = { left: 4.2, right: 1.2, top: 3.3, bottom: 2.9 };

/** A map has a key under its axis, and the contours' names above it and beside it. */
const mapMargins = { left: 4.2, right: 5, top: 4.2, bottom: 4.4 };

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
      plot.draw({ ...panel(moment), size: figureSize(size, style, curveMargins), style });
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
      plot.draw({ ...panel(moment), size: figureSize(size, style, mapMargins), style });
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
