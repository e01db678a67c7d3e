import type { EndPlotData } from '#plots/endPlot.ts';
import type { FigureStyle } from '#plots/figureStyle.ts';
import type { VariancePlotData } from '#plots/variancePlot.ts';
import type { WalkCanvasFrame } from '#plots/walkCanvas.ts';
import type { WalkPlotData } from '#plots/walkPlotData.ts';
import type { SceneMoment } from './sceneMoment.ts';
import type { ElementSize } from './useElementSize.ts';

/** What the figures show where walks are set against others, of one matrix or new ones, or of experiments that were kept; a part of its own, which the first picture does not need. */
export interface Contrast {
  /** Whether Var ln Z of a moment is set against that of the other kind of network. */
  isOf(moment: SceneMoment): boolean;
  draw(moment: SceneMoment, view: ContrastView, nowMs: number): void;
  isMoving(): boolean;
  /** Draws what stands beside a moment's walks: those of the other kind beneath, the straight lines that walks of one matrix become, and the experiments that are compared with. */
  beside(moment: SceneMoment, style: FigureStyle): WalkPlotData['drawBeside'];
  /** Draws the variances of the walks that are compared with. */
  besideVariance(moment: SceneMoment, style: FigureStyle): VariancePlotData['drawBeside'];
  /** Draws the outlines of how they end. */
  besideEnd(moment: SceneMoment, style: FigureStyle): EndPlotData['drawBeside'];
  /** The walks beneath as last drawn; null where there are none. */
  drawnBeneath(): WalkCanvasFrame | null;
}

export interface ContrastView {
  readonly size: ElementSize;
  readonly style: FigureStyle;
}

/** The elements that it draws into: the variance's, whose plain plot draws whatever this is not of, and under the walk's canvas. */
export interface ContrastElements {
  readonly canvas: HTMLCanvasElement;
  readonly variance: SVGSVGElement;
}

/** The part as it is loaded. */
export interface ContrastPart {
  createContrast(elements: ContrastElements): Contrast;
}
