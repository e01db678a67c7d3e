import type { Domain } from './domain.ts';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import type { WalkPaths } from './walkPaths.ts';

/** One value an entry of the walk, [depth + 1]. */
type Series = ArrayLike<number>;

export interface WalkPlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  readonly depth: number;
  /** Domain of ln Z. */
  readonly domain: Domain;
  readonly theory: { readonly mean: Series; readonly variance: Series | null } | null;
  readonly measured: { readonly mean: Series; readonly stderrMean: Series } | null;
  readonly paths: WalkPaths | null;
  /** Straight lines that walks become, ln Z at layer 0 and at the last; empty for none. */
  readonly lines: readonly (readonly [first: number, last: number])[];
  /** Changes with the run whose walks these are. */
  readonly runKey: string;
  readonly labels: {
    readonly yTitle: string;
    /** Empty where the figure below bears the layers' numbers. */
    readonly xTitle: string;
    readonly factorTitle: string;
    readonly theoryMean: string;
    readonly measuredMean: string;
    readonly lines: string;
    /** Label of the envelope at +k standard deviations. */
    readonly deviations: (count: number) => string;
  };
}
