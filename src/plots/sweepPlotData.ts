import type { ScaleContinuousNumeric } from 'd3';
import type { FigureSize } from './figureSize.ts';
import type { FigureStyle } from './figureStyle.ts';
import type { Palette } from './palette.ts';
import type { FigurePoint } from './pointFocus.ts';
import type { SweepAxis } from './sweepScale.ts';

/** A colour by what it means. */
export type Tone = Exclude<keyof Palette, 'paper' | 'panel' | 'rule'>;

/** A curve with its name at one of its points. */
export interface SweepCurve {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly tone: Tone;
  /** Lengths of dashes and gaps; empty for a solid line. */
  readonly dash: string;
  readonly label: string;
  /** Where its name stands: 0 at its first point, 1 at its last; above the line, or below it. */
  readonly labelAt: number;
  readonly labelBelow?: boolean;
  /** Whether it begins or ends there; it ends in the right half by default. */
  readonly labelAnchor?: 'start' | 'end';
  /** Its name stands in the margin beside its last point. */
  readonly isLabelBeside?: boolean;
  /** In line widths; 1 by default. */
  readonly thickness?: number;
}

/** A measured point with a bar of one standard error. */
export interface SweepDot extends FigurePoint {
  readonly x: number;
  readonly y: number;
  /** Standard error; 0 for none. */
  readonly error: number;
  readonly tone: Tone;
  /** Whether it is still being measured. */
  readonly isUnfinished: boolean;
  /** Drawn as a ring, to tell two series apart. */
  readonly isRing?: boolean;
}

/** A dot's radius, px. */
export const dotPx = ({ strokeScale }: FigureStyle) => 3.4 * strokeScale;

/** A value of the x axis with a name. */
export interface SweepMark {
  readonly x: number;
  readonly label: string;
  readonly tone: Tone;
}

export interface SweepPlotData {
  readonly size: FigureSize;
  readonly style: FigureStyle;
  readonly title: string;
  readonly x: SweepAxis;
  readonly y: SweepAxis;
  /** A level to read everything against; null for none. */
  readonly level: number | null;
  readonly curves: readonly SweepCurve[];
  readonly marks: readonly SweepMark[];
  readonly dots: readonly SweepDot[];
  /** How far a curve's name may be moved from it, in heights of the type; 2.5 by default. */
  readonly labelReach?: number;
}

/** Where the values of a sweep's plot stand, px. */
export interface SweepScales {
  readonly x: ScaleContinuousNumeric<number, number>;
  readonly y: ScaleContinuousNumeric<number, number>;
}
