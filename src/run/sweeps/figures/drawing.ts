import type { TheoryKind } from '#run/sweeps/pointTheory.ts';
import type { SweepPoint } from '#run/sweeps/sweepPoint.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';
import type { Phrase, Text } from './phrase.ts';

export type Place = readonly [x: number, y: number];

/** An axis of curves. Its title is a key of the sweep's words, empty for none. */
export interface DrawnAxis {
  /** `squeezed`: in proportion up to `unit` on both sides of zero, logarithmic beyond. */
  readonly kind: 'linear' | 'log' | 'squeezed';
  readonly domain: Place;
  readonly unit?: number;
  readonly titleKey: string;
  /** Values to be labelled; about six round ones by default. */
  readonly ticks?: readonly number[];
  /** What stands at the ticks: their own names, or the powers of ten that they are exponents of. */
  readonly tickNames?: readonly string[] | 'powers';
}

/** A curve by what it says. */
export interface DrawnCurve {
  readonly kind:
    | 'theory'
    | 'typical'
    | 'median'
    | 'other'
    | 'sample'
    | 'bar'
    | 'markedBar'
    | 'growing'
    | 'falling';
  readonly points: readonly Place[];
  readonly name: Phrase | null;
  /** Where its name stands: 0 at its first point, 1 at its last; above the line, or below it. */
  readonly nameAt: number;
  readonly nameBelow?: boolean;
  /** Whether the name begins or ends there; it ends in the right half by default. */
  readonly nameAnchor?: 'start' | 'end';
  /** Its name stands in the margin beside its last point. */
  readonly isNameBeside?: boolean;
}

/** A value of the x axis with names. */
export interface DrawnMark {
  readonly x: number;
  readonly names: readonly Phrase[];
  readonly tone: 'ink' | 'soft' | 'exploded';
}

/** A measured quantity as it is read out: where, measured, by theory, how far off, by how many walks. */
export interface QuantityReading {
  readonly where: Phrase;
  readonly measured: Estimate | null;
  readonly theory: number | null;
  readonly kind: TheoryKind;
  readonly walks: number;
  readonly dead: number;
}

/** What a point says when it is pointed at. */
export type Reading = QuantityReading | { readonly says: Text };

/** A point of a figure; it opens the experiment that it was measured by. */
interface DrawnPoint {
  readonly point: SweepPoint;
  /** Tells the figure's points of one experiment apart. */
  readonly part?: string;
  readonly x: number;
  readonly y: number;
  readonly reading: Reading;
}

/** A measured value with a bar of one standard error. */
export interface DrawnDot extends DrawnPoint {
  readonly error: number;
  readonly isUnfinished: boolean;
  /** Drawn as a ring, to tell two series apart. */
  readonly isRing?: boolean;
}

export interface CurveDrawing {
  readonly x: DrawnAxis;
  readonly y: DrawnAxis;
  /** A level to read everything against; null for none. */
  readonly level: number | null;
  readonly curves: readonly DrawnCurve[];
  readonly marks: readonly DrawnMark[];
  readonly dots: readonly DrawnDot[];
}

/** A cell of a map: theory is its field, the measurement a plate within it, on one scale of shades, 0..1. */
export interface DrawnCell extends DrawnPoint {
  readonly field: number | null;
  readonly plate: number | null;
  readonly says: Text;
}

/** A line over a map, by theory. */
export interface DrawnLine {
  readonly points: readonly Place[];
  readonly name: Phrase;
  readonly isDashed: boolean;
}

export interface MapDrawing {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly DrawnCell[];
  readonly lines: readonly DrawnLine[];
  /** Of the words of the axes, and of what the lightest and the darkest shade mean. */
  readonly keys: { readonly x: string; readonly y: string; readonly light: string; readonly dark: string };
}
