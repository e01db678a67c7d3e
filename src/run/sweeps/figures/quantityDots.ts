import type { TheoryKind } from '#run/sweeps/pointTheory.ts';
import type { Quantity } from '#run/sweeps/quantity.ts';
import type { WalkRow } from '#run/sweeps/sweepTable.ts';
import type { Estimate } from '#run/walk/fittedSlope.ts';
import type { DrawnDot } from './drawing.ts';
import type { Phrase } from './phrase.ts';

interface DotPlaces<R> {
  readonly x: (row: R) => number;
  /** Where the row is, as it is read out. */
  readonly where: (row: R) => Phrase;
  /** The estimate in the units of the y axis; as it is by default. */
  readonly drawn?: (estimate: Estimate, row: R) => Estimate;
  /** Tells rows of one point apart. */
  readonly part?: (row: R) => string;
  /** By whether its point is done by default. */
  readonly isUnfinished?: (row: R) => boolean;
}

/** A quantity of some rows as dots with error bars; rows of which too little has arrived have none. */
export function quantityDots<R extends WalkRow>(
  rows: readonly R[],
  { measured, theory }: Quantity<R>,
  kind: TheoryKind,
  { x, where, drawn = (estimate) => estimate, part, isUnfinished }: DotPlaces<R>,
): DrawnDot[] {
  return rows.flatMap((row) => {
    const estimate = measured(row);
    const { point, walked } = row;
    if (!estimate || !walked) return [];
    const { value, error } = drawn(estimate, row);
    const { walks, dead, done } = walked;
    return [
      {
        point,
        ...(part ? { part: part(row) } : {}),
        x: x(row),
        y: value,
        error,
        isUnfinished: isUnfinished ? isUnfinished(row) : !done,
        reading: { where: where(row), measured: estimate, theory: theory(row), kind, walks, dead },
      },
    ];
  });
}
