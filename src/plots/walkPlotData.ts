import type { Domain } from './domain.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import type { Frame } from './frame.ts';
import type { Svg } from './part.ts';
import type { WalkCanvasFrame } from './walkCanvas.ts';
import type { WalkPaths } from './walkPaths.ts';

/** One value an entry of the walk, [depth + 1]. */
type Series = ArrayLike<number>;

export interface WalkPlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  readonly depth: number;
  /** Where the axis of layers ends: here, or farther where deeper walks stand beside. */
  readonly axisDepth: number;
  /** Domain of ln Z. */
  readonly domain: Domain;
  readonly theory: { readonly mean: Series; readonly variance: Series | null } | null;
  readonly measured: { readonly mean: Series; readonly stderrMean: Series } | null;
  readonly paths: WalkPaths | null;
  /** Draws what a part of its own adds to the curves, once for every drawing. */
  readonly drawBeside: ((svg: Svg, frame: Frame, axes: Pick<WalkCanvasFrame, 'x' | 'y'>) => void) | null;
  /** Changes with the run whose walks these are. */
  readonly runKey: string;
  readonly labels: {
    readonly yTitle: string;
    /** Empty where the figure below bears the layers' numbers. */
    readonly xTitle: string;
    readonly factorTitle: string;
    readonly theoryMean: string;
    readonly measuredMean: string;
    /** Label of the envelope at +k standard deviations. */
    readonly deviations: (count: number) => string;
  };
}
