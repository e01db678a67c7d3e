import { endTheory, withinTheory } from '#run/sweeps/pointTheory.ts';
import type { Column, Quantity } from '#run/sweeps/quantity.ts';
import { quantityColumns, type WalkRow, walkColumns } from '#run/sweeps/sweepTable.ts';
import { varianceEstimate, withinEstimate } from './estimates.ts';

/** Var ln Z at the last layer. */
export const variance: Quantity<WalkRow, 'variance'> = {
  name: 'variance',
  measured: ({ point, walked }) => walked && varianceEstimate(walked, point.settings.depth),
  theory: ({ point }) => endTheory(point).variance,
};

/** Share of living walks whose norm ends within a factor of 10. */
export const within: Quantity<WalkRow, 'within'> = {
  name: 'within',
  measured: ({ walked }) => walked && withinEstimate(walked),
  theory: ({ point }) => withinTheory(point),
};

/** A shape, and how far its gradients stray; `between` stands between the two measures of it. */
export const spreadColumns = (between: readonly Column<WalkRow>[] = []): readonly Column<WalkRow>[] => [
  ['depth', ({ point }) => point.settings.depth],
  ['width', ({ point }) => point.settings.width],
  ...walkColumns,
  ...quantityColumns(variance),
  ...between,
  ...quantityColumns(within),
];
