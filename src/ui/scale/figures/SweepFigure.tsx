import { useRef } from 'react';
import { figureSize } from '#plots/figureSize.ts';
import { createMapPlot, mapFootLines } from '#plots/mapPlot.ts';
import type { PointListener } from '#plots/pointFocus.ts';
import { besideRoom } from '#plots/sweepLabels.ts';
import { createSweepPlot } from '#plots/sweepPlot.ts';
import { useSweepPlot } from '#ui/scale/SweepSceneContext.ts';
import { phrasesOf } from '#ui/scale/sweepWords.ts';
import { curveData } from './curveData.ts';
import { mapData } from './mapData.ts';
import { SaveSweep } from './SaveSweep.tsx';

const curveMargins = { left: 4.2, right: 1.2, top: 3.3, bottom: 2.9 };

/** A map has the contours' names above it and beside it, and its key in a line under the axis' title, unless it has room before it. */
const mapMargins = { left: 4.2, right: 5, top: 4.2, bottom: 2.9 };
const footLineEm = 1.5;

interface FigureProps {
  /** Its place among the sweep's figures. */
  readonly place: number;
  /** What the figure shows, for a screen reader. */
  readonly label: string;
  readonly listen: PointListener;
  readonly className: string;
}

/** A sweep's curves and measured points. */
export function CurveFigure({ place, label, listen, className }: FigureProps) {
  const svg = useRef<SVGSVGElement>(null);
  useSweepPlot(
    svg,
    () => svg.current && createSweepPlot(svg.current, listen),
    (plot, { record: { plan, measured } }, size, style) => {
      const figure = plan.figures[place];
      if (figure?.kind !== 'curves') return false;
      const data = curveData(phrasesOf(plan.sweep), figure.title(), figure.draw(measured));
      const right = curveMargins.right + besideRoom(data.curves, style.fontPx) / style.fontPx;
      plot.draw({ ...data, size: figureSize(size, style, { ...curveMargins, right }), style });
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
export function MapFigure({ place, label, listen, className }: FigureProps) {
  const svg = useRef<SVGSVGElement>(null);
  useSweepPlot(
    svg,
    () => svg.current && createMapPlot(svg.current, listen),
    (plot, { record: { plan, measured } }, size, style) => {
      const figure = plan.figures[place];
      if (figure?.kind !== 'map') return false;
      const data = mapData(phrasesOf(plan.sweep), figure.title(), figure.draw(measured));
      const acrossPx = size.widthPx - (mapMargins.left + mapMargins.right) * style.fontPx;
      const bottom = mapMargins.bottom + footLineEm * mapFootLines(data.labels, acrossPx, style.fontPx);
      plot.draw({ ...data, size: figureSize(size, style, { ...mapMargins, bottom }), style });
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
